# patch_step_18000.svg, drawn from patch_step_18000.tsv. To change it, edit this file and run: gnuplot patch_step_18000.gp
# As pdf: gnuplot -e "format='pdf'" patch_step_18000.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 7.728in,13.604in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 742,1306 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'patch_step_18000'
}
set output 'patch_step_18000'.'.'.format
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
set colorbox horizontal user origin screen 0.8113, screen 0.9770 size screen 0.1483, screen 0.0069
set cbtics 0.5 scale 0.3 offset 0,0.6 font ',9'
set multiplot
set label 1 '{/:Bold patch: sorting, pool test, difficulty 20}' at screen 0.0323, screen 0.9832 font ',13'
set label 2 'model 4 blocks of 4 heads, width 64, run 2238c294791c4149 (seed 1), one seed, step 18,000' at screen 0.0323, screen 0.9678 font ',10' tc rgb '#444444'
set label 3 'What the probability of the changed text''s next token gains when one place of the run on the text is replaced by the same' at screen 0.0323, screen 0.0322 font ',10' tc rgb '#555555'
set label 4 'place of the run on the changed text. Random row: neither changed nor asked. Beside it: the model before training.' at screen 0.0323, screen 0.0207 font ',10' tc rgb '#555555'
set lmargin at screen 0.1051
set rmargin at screen 0.4825
set tmargin at screen 0.9219
set bmargin at screen 0.8224
set title 'stream probability' font ',11' offset 0,-0.7
set xrange [0.5:7.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('changed item' 1, 'asked row' 2, 'other items' 3, 'equals' 4, 'earlier answer' 5, 'random row' 6, 'everything' 7) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'patch_step_18000.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset colorbox
unset label 1
unset label 2
unset label 3
unset label 4
set lmargin at screen 0.5877
set rmargin at screen 0.9651
set tmargin at screen 0.9219
set bmargin at screen 0.8224
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:7.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('changed item' 1, 'asked row' 2, 'other items' 3, 'equals' 4, 'earlier answer' 5, 'random row' 6, 'everything' 7) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'patch_step_18000.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.1051
set rmargin at screen 0.4825
set tmargin at screen 0.7090
set bmargin at screen 0.6294
set title 'attention probability' font ',11' offset 0,-0.7
set xrange [0.5:7.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('changed item' 1, 'asked row' 2, 'other items' 3, 'equals' 4, 'earlier answer' 5, 'random row' 6, 'everything' 7) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.5877
set rmargin at screen 0.9651
set tmargin at screen 0.7090
set bmargin at screen 0.6294
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:7.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('changed item' 1, 'asked row' 2, 'other items' 3, 'equals' 4, 'earlier answer' 5, 'random row' 6, 'everything' 7) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.1051
set rmargin at screen 0.4825
set tmargin at screen 0.5161
set bmargin at screen 0.4364
set title 'mlp probability' font ',11' offset 0,-0.7
set xrange [0.5:7.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('changed item' 1, 'asked row' 2, 'other items' 3, 'equals' 4, 'earlier answer' 5, 'random row' 6, 'everything' 7) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
set lmargin at screen 0.5877
set rmargin at screen 0.9651
set tmargin at screen 0.5161
set bmargin at screen 0.4364
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:7.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('changed item' 1, 'asked row' 2, 'other items' 3, 'equals' 4, 'earlier answer' 5, 'random row' 6, 'everything' 7) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(6,'x')):(pick(6,'y')):(0.5):(0.5):(pick(6,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(6,'x')):(pick(6,'y')):(shown(6)) \
  with labels font ',9'
set lmargin at screen 0.1051
set rmargin at screen 0.3720
set tmargin at screen 0.3231
set bmargin at screen 0.2435
set title 'heads at changed item probability' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(7,'x')):(pick(7,'y')):(0.5):(0.5):(pick(7,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(7,'x')):(pick(7,'y')):(shown(7)) \
  with labels font ',9'
set lmargin at screen 0.4772
set rmargin at screen 0.6928
set tmargin at screen 0.3231
set bmargin at screen 0.2435
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(8,'x')):(pick(8,'y')):(0.5):(0.5):(pick(8,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(8,'x')):(pick(8,'y')):(shown(8)) \
  with labels font ',9'
set lmargin at screen 0.1051
set rmargin at screen 0.3478
set tmargin at screen 0.1669
set bmargin at screen 0.0873
set title 'heads at asked row probability' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(9,'x')):(pick(9,'y')):(0.5):(0.5):(pick(9,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(9,'x')):(pick(9,'y')):(shown(9)) \
  with labels font ',9'
set lmargin at screen 0.4529
set rmargin at screen 0.6686
set tmargin at screen 0.1669
set bmargin at screen 0.0873
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(10,'x')):(pick(10,'y')):(0.5):(0.5):(pick(10,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(10,'x')):(pick(10,'y')):(shown(10)) \
  with labels font ',9'
unset multiplot
