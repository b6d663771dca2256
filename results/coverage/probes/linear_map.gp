# linear_map.svg, drawn from linear_map.tsv. To change it, edit this file and run: gnuplot linear_map.gp
# As pdf: gnuplot -e "format='pdf'" linear_map.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.938in,12.490in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 858,1199 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'linear_map'
}
set output 'linear_map'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the cells of map n
pick(n, name) = column('panel') == n ? column(name) : NaN
shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))
unset key
set border 31 lw 0.5 lc rgb '#444444'
set palette defined (0 'white', 1 '#4a9fd8')
set cbrange [0:1]
set colorbox horizontal user origin screen 0.8368, screen 0.9750 size screen 0.1282, screen 0.0075
set cbtics 0.5 scale 0.3 offset 0,0.6 font ',9'
set multiplot
set label 1 '{/:Bold linear: two\_hop, pool type\_0}' at screen 0.0280, screen 0.9817 font ',13'
set label 2 'model 2 blocks of 1 head, width 64, median of 5 seeds, step 8,000' at screen 0.0280, screen 0.9650 font ',10' tc rgb '#444444'
set label 3 'Accuracy of a linear classifier of the residual stream on held-out questions. Layer 0 is what the token itself tells. Beside it: labels that say' at screen 0.0280, screen 0.0475 font ',10' tc rgb '#555555'
set label 4 'nothing but which text told them (what is learned by heart); the commonest label; the model before training. Where n is below 30 a seed,' at screen 0.0280, screen 0.0350 font ',10' tc rgb '#555555'
set label 5 'differences may be noise.' at screen 0.0280, screen 0.0225 font ',10' tc rgb '#555555'
set lmargin at screen 0.0909
set rmargin at screen 0.2797
set tmargin at screen 0.9149
set bmargin at screen 0.8499
set title 'bridge accuracy, k\_cutoff 1'."\n".'n = 110 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset colorbox
unset label 1
unset label 2
unset label 3
unset label 4
unset label 5
set lmargin at screen 0.3706
set rmargin at screen 0.5105
set tmargin at screen 0.9149
set bmargin at screen 0.8499
set title 'control task' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.6014
set rmargin at screen 0.7413
set tmargin at screen 0.9149
set bmargin at screen 0.8499
set title 'majority' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.8322
set rmargin at screen 0.9720
set tmargin at screen 0.9149
set bmargin at screen 0.8499
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.0909
set rmargin at screen 0.2797
set tmargin at screen 0.7665
set bmargin at screen 0.7014
set title 'bridge accuracy, k\_cutoff 2'."\n".'n = 810 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
set lmargin at screen 0.3706
set rmargin at screen 0.5105
set tmargin at screen 0.7665
set bmargin at screen 0.7014
set title 'control task' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(6,'x')):(pick(6,'y')):(0.5):(0.5):(pick(6,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(6,'x')):(pick(6,'y')):(shown(6)) \
  with labels font ',9'
set lmargin at screen 0.6014
set rmargin at screen 0.7413
set tmargin at screen 0.7665
set bmargin at screen 0.7014
set title 'majority' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(7,'x')):(pick(7,'y')):(0.5):(0.5):(pick(7,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(7,'x')):(pick(7,'y')):(shown(7)) \
  with labels font ',9'
set lmargin at screen 0.8322
set rmargin at screen 0.9720
set tmargin at screen 0.7665
set bmargin at screen 0.7014
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(8,'x')):(pick(8,'y')):(0.5):(0.5):(pick(8,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(8,'x')):(pick(8,'y')):(shown(8)) \
  with labels font ',9'
set lmargin at screen 0.0909
set rmargin at screen 0.2797
set tmargin at screen 0.6180
set bmargin at screen 0.5530
set title 'bridge accuracy, k\_cutoff 3'."\n".'n = 1,290 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(9,'x')):(pick(9,'y')):(0.5):(0.5):(pick(9,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(9,'x')):(pick(9,'y')):(shown(9)) \
  with labels font ',9'
set lmargin at screen 0.3706
set rmargin at screen 0.5105
set tmargin at screen 0.6180
set bmargin at screen 0.5530
set title 'control task' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(10,'x')):(pick(10,'y')):(0.5):(0.5):(pick(10,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(10,'x')):(pick(10,'y')):(shown(10)) \
  with labels font ',9'
set lmargin at screen 0.6014
set rmargin at screen 0.7413
set tmargin at screen 0.6180
set bmargin at screen 0.5530
set title 'majority' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(11,'x')):(pick(11,'y')):(0.5):(0.5):(pick(11,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(11,'x')):(pick(11,'y')):(shown(11)) \
  with labels font ',9'
set lmargin at screen 0.8322
set rmargin at screen 0.9720
set tmargin at screen 0.6180
set bmargin at screen 0.5530
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(12,'x')):(pick(12,'y')):(0.5):(0.5):(pick(12,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(12,'x')):(pick(12,'y')):(shown(12)) \
  with labels font ',9'
set lmargin at screen 0.0909
set rmargin at screen 0.2797
set tmargin at screen 0.4696
set bmargin at screen 0.4045
set title 'bridge accuracy, k\_cutoff 4'."\n".'n = 585 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(13,'x')):(pick(13,'y')):(0.5):(0.5):(pick(13,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(13,'x')):(pick(13,'y')):(shown(13)) \
  with labels font ',9'
set lmargin at screen 0.3706
set rmargin at screen 0.5105
set tmargin at screen 0.4696
set bmargin at screen 0.4045
set title 'control task' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(14,'x')):(pick(14,'y')):(0.5):(0.5):(pick(14,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(14,'x')):(pick(14,'y')):(shown(14)) \
  with labels font ',9'
set lmargin at screen 0.6014
set rmargin at screen 0.7413
set tmargin at screen 0.4696
set bmargin at screen 0.4045
set title 'majority' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(15,'x')):(pick(15,'y')):(0.5):(0.5):(pick(15,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(15,'x')):(pick(15,'y')):(shown(15)) \
  with labels font ',9'
set lmargin at screen 0.8322
set rmargin at screen 0.9720
set tmargin at screen 0.4696
set bmargin at screen 0.4045
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(16,'x')):(pick(16,'y')):(0.5):(0.5):(pick(16,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(16,'x')):(pick(16,'y')):(shown(16)) \
  with labels font ',9'
set lmargin at screen 0.0909
set rmargin at screen 0.2797
set tmargin at screen 0.3211
set bmargin at screen 0.2560
set title 'bridge accuracy, k\_cutoff 5'."\n".'n = 180 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(17,'x')):(pick(17,'y')):(0.5):(0.5):(pick(17,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(17,'x')):(pick(17,'y')):(shown(17)) \
  with labels font ',9'
set lmargin at screen 0.3706
set rmargin at screen 0.5105
set tmargin at screen 0.3211
set bmargin at screen 0.2560
set title 'control task' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(18,'x')):(pick(18,'y')):(0.5):(0.5):(pick(18,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(18,'x')):(pick(18,'y')):(shown(18)) \
  with labels font ',9'
set lmargin at screen 0.6014
set rmargin at screen 0.7413
set tmargin at screen 0.3211
set bmargin at screen 0.2560
set title 'majority' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(19,'x')):(pick(19,'y')):(0.5):(0.5):(pick(19,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(19,'x')):(pick(19,'y')):(shown(19)) \
  with labels font ',9'
set lmargin at screen 0.8322
set rmargin at screen 0.9720
set tmargin at screen 0.3211
set bmargin at screen 0.2560
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(20,'x')):(pick(20,'y')):(0.5):(0.5):(pick(20,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(20,'x')):(pick(20,'y')):(shown(20)) \
  with labels font ',9'
set lmargin at screen 0.0909
set rmargin at screen 0.2797
set tmargin at screen 0.1726
set bmargin at screen 0.1076
set title 'bridge accuracy, k\_cutoff 6'."\n".'n = 35 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(21,'x')):(pick(21,'y')):(0.5):(0.5):(pick(21,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(21,'x')):(pick(21,'y')):(shown(21)) \
  with labels font ',9'
set lmargin at screen 0.3706
set rmargin at screen 0.5105
set tmargin at screen 0.1726
set bmargin at screen 0.1076
set title 'control task' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(22,'x')):(pick(22,'y')):(0.5):(0.5):(pick(22,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(22,'x')):(pick(22,'y')):(shown(22)) \
  with labels font ',9'
set lmargin at screen 0.6014
set rmargin at screen 0.7413
set tmargin at screen 0.1726
set bmargin at screen 0.1076
set title 'majority' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(23,'x')):(pick(23,'y')):(0.5):(0.5):(pick(23,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(23,'x')):(pick(23,'y')):(shown(23)) \
  with labels font ',9'
set lmargin at screen 0.8322
set rmargin at screen 0.9720
set tmargin at screen 0.1726
set bmargin at screen 0.1076
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(24,'x')):(pick(24,'y')):(0.5):(0.5):(pick(24,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(24,'x')):(pick(24,'y')):(shown(24)) \
  with labels font ',9'
unset multiplot
