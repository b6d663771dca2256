# linear_step_18000.svg, drawn from linear_step_18000.tsv. To change it, edit this file and run: gnuplot linear_step_18000.gp
# As pdf: gnuplot -e "format='pdf'" linear_step_18000.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 7.728in,6.000in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 742,576 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'linear_step_18000'
}
set output 'linear_step_18000'.'.'.format
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
set colorbox horizontal user origin screen 0.8113, screen 0.9479 size screen 0.1483, screen 0.0156
set cbtics 0.5 scale 0.3 offset 0,0.6 font ',9'
set multiplot
set label 1 '{/:Bold linear: sorting, pool test, difficulty 20}' at screen 0.0323, screen 0.9618 font ',13'
set label 2 'model 4 blocks of 4 heads, width 64, run 01d93967b0bbaa69 (seed 1), one seed, step 18,000' at screen 0.0323, screen 0.9271 font ',10' tc rgb '#444444'
set label 3 'Accuracy of a linear classifier of the residual stream on held-out questions. Layer 0 is what the token itself tells.' at screen 0.0323, screen 0.0729 font ',10' tc rgb '#555555'
set label 4 'Beside it: labels shuffled; the commonest label; the model before training.' at screen 0.0323, screen 0.0469 font ',10' tc rgb '#555555'
set lmargin at screen 0.1051
set rmargin at screen 0.2130
set tmargin at screen 0.8229
set bmargin at screen 0.5972
set title 'next accuracy' font ',11' offset 0,-0.7
set xrange [0.5:2.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('equals' 1, 'answer' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset colorbox
unset label 1
unset label 2
unset label 3
unset label 4
set lmargin at screen 0.3181
set rmargin at screen 0.4259
set tmargin at screen 0.8229
set bmargin at screen 0.5972
set title 'shuffled' font ',11' offset 0,-0.7
set xrange [0.5:2.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('equals' 1, 'answer' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.5311
set rmargin at screen 0.6389
set tmargin at screen 0.8229
set bmargin at screen 0.5972
set title 'majority' font ',11' offset 0,-0.7
set xrange [0.5:2.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('equals' 1, 'answer' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.7440
set rmargin at screen 0.8519
set tmargin at screen 0.8229
set bmargin at screen 0.5972
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:2.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('equals' 1, 'answer' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.1051
set rmargin at screen 0.2669
set tmargin at screen 0.4236
set bmargin at screen 0.1979
set title 'copies\_left accuracy' font ',11' offset 0,-0.7
set xrange [0.5:1.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('answer' 1) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
set lmargin at screen 0.3720
set rmargin at screen 0.4367
set tmargin at screen 0.4236
set bmargin at screen 0.1979
set title 'shuffled' font ',11' offset 0,-0.7
set xrange [0.5:1.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('answer' 1) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(6,'x')):(pick(6,'y')):(0.5):(0.5):(pick(6,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(6,'x')):(pick(6,'y')):(shown(6)) \
  with labels font ',9'
set lmargin at screen 0.5419
set rmargin at screen 0.6066
set tmargin at screen 0.4236
set bmargin at screen 0.1979
set title 'majority' font ',11' offset 0,-0.7
set xrange [0.5:1.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('answer' 1) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(7,'x')):(pick(7,'y')):(0.5):(0.5):(pick(7,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(7,'x')):(pick(7,'y')):(shown(7)) \
  with labels font ',9'
set lmargin at screen 0.7117
set rmargin at screen 0.7845
set tmargin at screen 0.4236
set bmargin at screen 0.1979
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:1.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('answer' 1) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3, 'layer 3' 4, 'layer 4' 5) font ',9'
plot 'linear_step_18000.tsv' using (pick(8,'x')):(pick(8,'y')):(0.5):(0.5):(pick(8,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_step_18000.tsv' using (pick(8,'x')):(pick(8,'y')):(shown(8)) \
  with labels font ',9'
unset multiplot
