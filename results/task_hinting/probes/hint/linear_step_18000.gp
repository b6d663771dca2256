# linear_step_18000.svg, drawn from linear_step_18000.tsv. To change it, edit this file and run: gnuplot linear_step_18000.gp
set terminal svg size 656,552 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'linear_step_18000'
set output 'linear_step_18000.svg'
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
set label 1 'linear: run 01d93967b0bbaa69, step 18000: test sorting, difficulty 20' at screen 0.0366, screen 0.9601 font ',13'
set label 2 'Accuracy of a linear classifier of the residual stream on held-out questions. Beside it: fitted on shuffled' at screen 0.0366, screen 0.0761 font ',10' tc rgb '#555555'
set label 3 'labels; the commonest label; the model before training. Layer 0 is what the token itself tells.' at screen 0.0366, screen 0.0489 font ',10' tc rgb '#555555'
set lmargin at screen 0.1189
set rmargin at screen 0.2409
set tmargin at screen 0.8478
set bmargin at screen 0.6123
set title 'next accuracy' font ',11' offset 0,-0.6
set xrange [0.5:2.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('equals' 1, 'answer' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset label 1
unset label 2
unset label 3
set lmargin at screen 0.3598
set rmargin at screen 0.4817
set tmargin at screen 0.8478
set bmargin at screen 0.6123
set title 'shuffled' font ',11' offset 0,-0.6
set xrange [0.5:2.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('equals' 1, 'answer' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.6006
set rmargin at screen 0.7226
set tmargin at screen 0.8478
set bmargin at screen 0.6123
set title 'majority' font ',11' offset 0,-0.6
set xrange [0.5:2.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('equals' 1, 'answer' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.8415
set rmargin at screen 0.9634
set tmargin at screen 0.8478
set bmargin at screen 0.6123
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:2.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('equals' 1, 'answer' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.1189
set rmargin at screen 0.3018
set tmargin at screen 0.4420
set bmargin at screen 0.2065
set title 'copies\_left accuracy' font ',11' offset 0,-0.6
set xrange [0.5:1.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('answer' 1) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
set lmargin at screen 0.4207
set rmargin at screen 0.4939
set tmargin at screen 0.4420
set bmargin at screen 0.2065
set title 'shuffled' font ',11' offset 0,-0.6
set xrange [0.5:1.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('answer' 1) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(6,'x')):(pick(6,'y')):(0.5):(0.5):(pick(6,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(6,'x')):(pick(6,'y')):(shown(6)) \
  with labels font ',9'
set lmargin at screen 0.6128
set rmargin at screen 0.6860
set tmargin at screen 0.4420
set bmargin at screen 0.2065
set title 'majority' font ',11' offset 0,-0.6
set xrange [0.5:1.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('answer' 1) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(7,'x')):(pick(7,'y')):(0.5):(0.5):(pick(7,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(7,'x')):(pick(7,'y')):(shown(7)) \
  with labels font ',9'
set lmargin at screen 0.8049
set rmargin at screen 0.8872
set tmargin at screen 0.4420
set bmargin at screen 0.2065
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:1.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('answer' 1) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(8,'x')):(pick(8,'y')):(0.5):(0.5):(pick(8,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(8,'x')):(pick(8,'y')):(shown(8)) \
  with labels font ',9'
unset multiplot
