# patch_map.svg, drawn from patch_map.tsv. To change it, edit this file and run: gnuplot patch_map.gp
# As pdf: gnuplot -e "format='pdf'" patch_map.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 6.875in,13.990in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 660,1343 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'patch_map'
}
set output 'patch_map'.'.'.format
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
set colorbox horizontal user origin screen 0.7879, screen 0.9777 size screen 0.1667, screen 0.0067
set cbtics 0.5 scale 0.3 offset 0,0.6 font ',9'
set multiplot
set label 1 '{/:Bold patch: two\_hop, pool type\_0}' at screen 0.0364, screen 0.9836 font ',13'
set label 2 'model 2 blocks of 1 head, width 64, median of 5 seeds, step 8,000' at screen 0.0364, screen 0.9687 font ',10' tc rgb '#444444'
set label 3 'What the probability of the changed text''s next token gains when one place of the run on the text is replaced' at screen 0.0364, screen 0.0424 font ',10' tc rgb '#555555'
set label 4 'by the same place of the run on the changed text. Random row: neither changed nor asked. Beside it: the model' at screen 0.0364, screen 0.0313 font ',10' tc rgb '#555555'
set label 5 'before training. Where n is below 30 a seed, differences may be noise.' at screen 0.0364, screen 0.0201 font ',10' tc rgb '#555555'
set lmargin at screen 0.1182
set rmargin at screen 0.4818
set tmargin at screen 0.9241
set bmargin at screen 0.8660
set title 'stream probability, k\_cutoff 1'."\n".'n = 365 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset colorbox
unset label 1
unset label 2
unset label 3
unset label 4
unset label 5
set lmargin at screen 0.6000
set rmargin at screen 0.9636
set tmargin at screen 0.9241
set bmargin at screen 0.8660
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.1182
set rmargin at screen 0.4818
set tmargin at screen 0.7736
set bmargin at screen 0.7156
set title 'stream probability, k\_cutoff 2'."\n".'n = 2,690 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.6000
set rmargin at screen 0.9636
set tmargin at screen 0.7736
set bmargin at screen 0.7156
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.1182
set rmargin at screen 0.4818
set tmargin at screen 0.6232
set bmargin at screen 0.5652
set title 'stream probability, k\_cutoff 3'."\n".'n = 4,295 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
set lmargin at screen 0.6000
set rmargin at screen 0.9636
set tmargin at screen 0.6232
set bmargin at screen 0.5652
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(6,'x')):(pick(6,'y')):(0.5):(0.5):(pick(6,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(6,'x')):(pick(6,'y')):(shown(6)) \
  with labels font ',9'
set lmargin at screen 0.1182
set rmargin at screen 0.4818
set tmargin at screen 0.4728
set bmargin at screen 0.4147
set title 'stream probability, k\_cutoff 4'."\n".'n = 1,935 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(7,'x')):(pick(7,'y')):(0.5):(0.5):(pick(7,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(7,'x')):(pick(7,'y')):(shown(7)) \
  with labels font ',9'
set lmargin at screen 0.6000
set rmargin at screen 0.9636
set tmargin at screen 0.4728
set bmargin at screen 0.4147
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(8,'x')):(pick(8,'y')):(0.5):(0.5):(pick(8,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(8,'x')):(pick(8,'y')):(shown(8)) \
  with labels font ',9'
set lmargin at screen 0.1182
set rmargin at screen 0.4818
set tmargin at screen 0.3224
set bmargin at screen 0.2643
set title 'stream probability, k\_cutoff 5'."\n".'n = 595 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(9,'x')):(pick(9,'y')):(0.5):(0.5):(pick(9,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(9,'x')):(pick(9,'y')):(shown(9)) \
  with labels font ',9'
set lmargin at screen 0.6000
set rmargin at screen 0.9636
set tmargin at screen 0.3224
set bmargin at screen 0.2643
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(10,'x')):(pick(10,'y')):(0.5):(0.5):(pick(10,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(10,'x')):(pick(10,'y')):(shown(10)) \
  with labels font ',9'
set lmargin at screen 0.1182
set rmargin at screen 0.4818
set tmargin at screen 0.1720
set bmargin at screen 0.1139
set title 'stream probability, k\_cutoff 6'."\n".'n = 105 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(11,'x')):(pick(11,'y')):(0.5):(0.5):(pick(11,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(11,'x')):(pick(11,'y')):(shown(11)) \
  with labels font ',9'
set lmargin at screen 0.6000
set rmargin at screen 0.9636
set tmargin at screen 0.1720
set bmargin at screen 0.1139
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(12,'x')):(pick(12,'y')):(0.5):(0.5):(pick(12,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(12,'x')):(pick(12,'y')):(shown(12)) \
  with labels font ',9'
unset multiplot
