# errors_map.svg, drawn from errors_map.tsv. To change it, edit this file and run: gnuplot errors_map.gp
set terminal svg size 640,1444 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'errors_map'
set output 'errors_map.svg'
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
set label 1 'errors: errors.tsv, step 6000: median of 5 seeds' at screen 0.0375, screen 0.9848 font ',13'
set label 2 'Share of the answers, decoded greedily, that are right or have one kind of mistake. Beside it: the model' at screen 0.0375, screen 0.0291 font ',10' tc rgb '#555555'
set label 3 'before training.' at screen 0.0375, screen 0.0187 font ',10' tc rgb '#555555'
set lmargin at screen 0.3469
set rmargin at screen 0.9094
set tmargin at screen 0.9418
set bmargin at screen 0.8338
set title 'share, trace empty tokens' font ',11' offset 0,-0.6
set xrange [0.5:9.5]
set yrange [6.5:0.5]
set xtics rotate by 90 right scale 0 ('2 blocks' 1, '3 blocks' 2, '4 blocks' 3, '5 blocks' 4, '6 blocks' 5, '7 blocks' 6, '8 blocks' 7, '9 blocks' 8, '10 blocks' 9) font ',9'
set ytics scale 0 ('right, optimal' 1, 'goal not met' 2, 'no plan' 3, 'impossible action' 4, 'unfinished' 5, 'impossible action, goal''s order' 6) font ',9'
plot 'errors_map.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'errors_map.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset label 1
unset label 2
unset label 3
set lmargin at screen 0.3469
set rmargin at screen 0.9094
set tmargin at screen 0.7562
set bmargin at screen 0.6482
set title 'share, trace plan only' font ',11' offset 0,-0.6
set xrange [0.5:9.5]
set yrange [6.5:0.5]
set xtics rotate by 90 right scale 0 ('2 blocks' 1, '3 blocks' 2, '4 blocks' 3, '5 blocks' 4, '6 blocks' 5, '7 blocks' 6, '8 blocks' 7, '9 blocks' 8, '10 blocks' 9) font ',9'
set ytics scale 0 ('right, optimal' 1, 'goal not met' 2, 'no plan' 3, 'impossible action' 4, 'unfinished' 5, 'impossible action, goal''s order' 6) font ',9'
plot 'errors_map.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'errors_map.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.3469
set rmargin at screen 0.9094
set tmargin at screen 0.5706
set bmargin at screen 0.4626
set title 'share, trace stacking' font ',11' offset 0,-0.6
set xrange [0.5:9.5]
set yrange [6.5:0.5]
set xtics rotate by 90 right scale 0 ('2 blocks' 1, '3 blocks' 2, '4 blocks' 3, '5 blocks' 4, '6 blocks' 5, '7 blocks' 6, '8 blocks' 7, '9 blocks' 8, '10 blocks' 9) font ',9'
set ytics scale 0 ('right, optimal' 1, 'goal not met' 2, 'no plan' 3, 'impossible action' 4, 'unfinished' 5, 'impossible action, goal''s order' 6) font ',9'
plot 'errors_map.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'errors_map.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.3469
set rmargin at screen 0.9094
set tmargin at screen 0.3850
set bmargin at screen 0.2770
set title 'share, trace stacking, of other blocks' font ',11' offset 0,-0.6
set xrange [0.5:9.5]
set yrange [6.5:0.5]
set xtics rotate by 90 right scale 0 ('2 blocks' 1, '3 blocks' 2, '4 blocks' 3, '5 blocks' 4, '6 blocks' 5, '7 blocks' 6, '8 blocks' 7, '9 blocks' 8, '10 blocks' 9) font ',9'
set ytics scale 0 ('right, optimal' 1, 'goal not met' 2, 'no plan' 3, 'impossible action' 4, 'unfinished' 5, 'impossible action, goal''s order' 6) font ',9'
plot 'errors_map.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'errors_map.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.3469
set rmargin at screen 0.9094
set tmargin at screen 0.1994
set bmargin at screen 0.0914
set title 'share, trace universal' font ',11' offset 0,-0.6
set xrange [0.5:9.5]
set yrange [6.5:0.5]
set xtics rotate by 90 right scale 0 ('2 blocks' 1, '3 blocks' 2, '4 blocks' 3, '5 blocks' 4, '6 blocks' 5, '7 blocks' 6, '8 blocks' 7, '9 blocks' 8, '10 blocks' 9) font ',9'
set ytics scale 0 ('right, optimal' 1, 'goal not met' 2, 'no plan' 3, 'impossible action' 4, 'unfinished' 5, 'impossible action, goal''s order' 6) font ',9'
plot 'errors_map.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'errors_map.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
unset multiplot
