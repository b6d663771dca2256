# patch_step_18000.svg, drawn from patch_step_18000.tsv. To change it, edit this file and run: gnuplot patch_step_18000.gp
set terminal svg size 740,1264 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'patch_step_18000'
set output 'patch_step_18000.svg'
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the cells of map n
pick(n, name) = column('panel') == n ? column(name) : NaN
shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))
set palette defined (-1 '#D55E00', 0 'white', 1 '#4a9fd8')
set cbrange [-1:1]
unset colorbox
unset key
set border 31 lw 0.5 lc rgb '#444444'
set multiplot
set label 1 'patch: run 01d93967b0bbaa69, step 18000: test sorting, difficulty 20' at screen 0.0324, screen 0.9826 font ',13'
set label 2 'What the probability of the changed text''s next token gains when one place of the run on the text is replaced by the same' at screen 0.0324, screen 0.0332 font ',10' tc rgb '#555555'
set label 3 'place of the run on the changed text. Null: a random row, neither changed nor asked; the model before training.' at screen 0.0324, screen 0.0214 font ',10' tc rgb '#555555'
set lmargin at screen 0.1054
set rmargin at screen 0.4838
set tmargin at screen 0.9335
set bmargin at screen 0.8307
set title 'stream probability' font ',11' offset 0,-0.6
set xrange [0.5:7.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('changed item' 1, 'asked row' 2, 'other items' 3, 'equals' 4, 'earlier answer' 5, 'random row' 6, 'everything' 7) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'patch_step_18000.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset label 1
unset label 2
unset label 3
set lmargin at screen 0.5892
set rmargin at screen 0.9676
set tmargin at screen 0.9335
set bmargin at screen 0.8307
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:7.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('changed item' 1, 'asked row' 2, 'other items' 3, 'equals' 4, 'earlier answer' 5, 'random row' 6, 'everything' 7) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'patch_step_18000.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.1054
set rmargin at screen 0.4838
set tmargin at screen 0.7184
set bmargin at screen 0.6361
set title 'attention probability' font ',11' offset 0,-0.6
set xrange [0.5:7.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('changed item' 1, 'asked row' 2, 'other items' 3, 'equals' 4, 'earlier answer' 5, 'random row' 6, 'everything' 7) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.5892
set rmargin at screen 0.9676
set tmargin at screen 0.7184
set bmargin at screen 0.6361
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:7.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('changed item' 1, 'asked row' 2, 'other items' 3, 'equals' 4, 'earlier answer' 5, 'random row' 6, 'everything' 7) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.1054
set rmargin at screen 0.4838
set tmargin at screen 0.5237
set bmargin at screen 0.4415
set title 'mlp probability' font ',11' offset 0,-0.6
set xrange [0.5:7.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('changed item' 1, 'asked row' 2, 'other items' 3, 'equals' 4, 'earlier answer' 5, 'random row' 6, 'everything' 7) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
set lmargin at screen 0.5892
set rmargin at screen 0.9676
set tmargin at screen 0.5237
set bmargin at screen 0.4415
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:7.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('changed item' 1, 'asked row' 2, 'other items' 3, 'equals' 4, 'earlier answer' 5, 'random row' 6, 'everything' 7) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(6,'x')):(pick(6,'y')):(0.5):(0.5):(pick(6,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(6,'x')):(pick(6,'y')):(shown(6)) \
  with labels font ',9'
set lmargin at screen 0.1054
set rmargin at screen 0.3730
set tmargin at screen 0.3291
set bmargin at screen 0.2468
set title 'heads at changed item probability' font ',11' offset 0,-0.6
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(7,'x')):(pick(7,'y')):(0.5):(0.5):(pick(7,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(7,'x')):(pick(7,'y')):(shown(7)) \
  with labels font ',9'
set lmargin at screen 0.4784
set rmargin at screen 0.6946
set tmargin at screen 0.3291
set bmargin at screen 0.2468
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(8,'x')):(pick(8,'y')):(0.5):(0.5):(pick(8,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(8,'x')):(pick(8,'y')):(shown(8)) \
  with labels font ',9'
set lmargin at screen 0.1054
set rmargin at screen 0.3486
set tmargin at screen 0.1725
set bmargin at screen 0.0902
set title 'heads at asked row probability' font ',11' offset 0,-0.6
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(9,'x')):(pick(9,'y')):(0.5):(0.5):(pick(9,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(9,'x')):(pick(9,'y')):(shown(9)) \
  with labels font ',9'
set lmargin at screen 0.4541
set rmargin at screen 0.6703
set tmargin at screen 0.1725
set bmargin at screen 0.0902
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'patch_step_18000.tsv' using (pick(10,'x')):(pick(10,'y')):(0.5):(0.5):(pick(10,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_step_18000.tsv' using (pick(10,'x')):(pick(10,'y')):(shown(10)) \
  with labels font ',9'
unset multiplot
