# cohesion_map.svg, drawn from cohesion_map.tsv. To change it, edit this file and run: gnuplot cohesion_map.gp
# As pdf: gnuplot -e "format='pdf'" cohesion_map.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 7.125in,10.479in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 684,1006 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'cohesion_map'
}
set output 'cohesion_map'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the cells of map n
pick(n, name) = column('panel') == n ? column(name) : NaN
shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))
unset key
set border 31 lw 0.5 lc rgb '#444444'
set palette defined (-1 '#D55E00', 0 'white', 1 '#4a9fd8')
set cbrange [-1:1]
set colorbox horizontal user origin screen 0.7953, screen 0.9702 size screen 0.1608, screen 0.0089
set cbtics 1 scale 0.3 offset 0,0.6 font ',9'
set multiplot
set label 1 '{/:Bold cohesion: two\_hop, pool type\_0}' at screen 0.0351, screen 0.9781 font ',13'
set label 2 'model 2 blocks of 1 head, width 64, median of 5 seeds, step 8,000' at screen 0.0351, screen 0.9583 font ',10' tc rgb '#444444'
set label 3 'Mean cosine of states that share a label less that of states that do not; centred: with the mean state taken' at screen 0.0351, screen 0.0417 font ',10' tc rgb '#555555'
set label 4 'away; disjoint: of texts that share no token. Beside it: labels shuffled; the model before training.' at screen 0.0351, screen 0.0268 font ',10' tc rgb '#555555'
set lmargin at screen 0.1140
set rmargin at screen 0.3860
set tmargin at screen 0.8986
set bmargin at screen 0.8211
set title 'bridge disjoint gap, k\_cutoff 1'."\n".'n = 365 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset colorbox
unset label 1
unset label 2
unset label 3
unset label 4
set lmargin at screen 0.5000
set rmargin at screen 0.6754
set tmargin at screen 0.8986
set bmargin at screen 0.8211
set title 'shuffled' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.7895
set rmargin at screen 0.9649
set tmargin at screen 0.8986
set bmargin at screen 0.8211
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.1140
set rmargin at screen 0.3860
set tmargin at screen 0.7217
set bmargin at screen 0.6441
set title 'bridge disjoint gap, k\_cutoff 2'."\n".'n = 2,690 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.5000
set rmargin at screen 0.6754
set tmargin at screen 0.7217
set bmargin at screen 0.6441
set title 'shuffled' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
set lmargin at screen 0.7895
set rmargin at screen 0.9649
set tmargin at screen 0.7217
set bmargin at screen 0.6441
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(6,'x')):(pick(6,'y')):(0.5):(0.5):(pick(6,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(6,'x')):(pick(6,'y')):(shown(6)) \
  with labels font ',9'
set lmargin at screen 0.1140
set rmargin at screen 0.3860
set tmargin at screen 0.5447
set bmargin at screen 0.4672
set title 'bridge disjoint gap, k\_cutoff 3'."\n".'n = 4,295 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(7,'x')):(pick(7,'y')):(0.5):(0.5):(pick(7,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(7,'x')):(pick(7,'y')):(shown(7)) \
  with labels font ',9'
set lmargin at screen 0.5000
set rmargin at screen 0.6754
set tmargin at screen 0.5447
set bmargin at screen 0.4672
set title 'shuffled' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(8,'x')):(pick(8,'y')):(0.5):(0.5):(pick(8,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(8,'x')):(pick(8,'y')):(shown(8)) \
  with labels font ',9'
set lmargin at screen 0.7895
set rmargin at screen 0.9649
set tmargin at screen 0.5447
set bmargin at screen 0.4672
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(9,'x')):(pick(9,'y')):(0.5):(0.5):(pick(9,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(9,'x')):(pick(9,'y')):(shown(9)) \
  with labels font ',9'
set lmargin at screen 0.1140
set rmargin at screen 0.3860
set tmargin at screen 0.3678
set bmargin at screen 0.2903
set title 'bridge disjoint gap, k\_cutoff 4'."\n".'n = 1,935 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(10,'x')):(pick(10,'y')):(0.5):(0.5):(pick(10,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(10,'x')):(pick(10,'y')):(shown(10)) \
  with labels font ',9'
set lmargin at screen 0.5000
set rmargin at screen 0.6754
set tmargin at screen 0.3678
set bmargin at screen 0.2903
set title 'shuffled' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(11,'x')):(pick(11,'y')):(0.5):(0.5):(pick(11,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(11,'x')):(pick(11,'y')):(shown(11)) \
  with labels font ',9'
set lmargin at screen 0.7895
set rmargin at screen 0.9649
set tmargin at screen 0.3678
set bmargin at screen 0.2903
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(12,'x')):(pick(12,'y')):(0.5):(0.5):(pick(12,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(12,'x')):(pick(12,'y')):(shown(12)) \
  with labels font ',9'
set lmargin at screen 0.1140
set rmargin at screen 0.3860
set tmargin at screen 0.1909
set bmargin at screen 0.1133
set title 'bridge disjoint gap, k\_cutoff 5'."\n".'n = 595 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(13,'x')):(pick(13,'y')):(0.5):(0.5):(pick(13,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(13,'x')):(pick(13,'y')):(shown(13)) \
  with labels font ',9'
set lmargin at screen 0.5000
set rmargin at screen 0.6754
set tmargin at screen 0.1909
set bmargin at screen 0.1133
set title 'shuffled' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(14,'x')):(pick(14,'y')):(0.5):(0.5):(pick(14,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(14,'x')):(pick(14,'y')):(shown(14)) \
  with labels font ',9'
set lmargin at screen 0.7895
set rmargin at screen 0.9649
set tmargin at screen 0.1909
set bmargin at screen 0.1133
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_map.tsv' using (pick(15,'x')):(pick(15,'y')):(0.5):(0.5):(pick(15,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_map.tsv' using (pick(15,'x')):(pick(15,'y')):(shown(15)) \
  with labels font ',9'
unset multiplot
