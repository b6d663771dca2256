# errors_map.svg, drawn from errors_map.tsv. To change it, edit this file and run: gnuplot errors_map.gp
# As pdf: gnuplot -e "format='pdf'" errors_map.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 6.667in,15.323in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 640,1471 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'errors_map'
}
set output 'errors_map'.'.'.format
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
set colorbox horizontal user origin screen 0.7812, screen 0.9796 size screen 0.1719, screen 0.0061
set cbtics 0.5 scale 0.3 offset 0,0.6 font ',9'
set multiplot
set label 1 '{/:Bold errors: blocksworld, pool test}' at screen 0.0375, screen 0.9850 font ',13'
set label 2 'model 4 blocks of 4 heads, width 64, median of 5 seeds, step 6,000' at screen 0.0375, screen 0.9714 font ',10' tc rgb '#444444'
set label 3 'Share of the answers, decoded greedily, that are right or have one kind of mistake.' at screen 0.0375, screen 0.0184 font ',10' tc rgb '#555555'
set lmargin at screen 0.3469
set rmargin at screen 0.9094
set tmargin at screen 0.9307
set bmargin at screen 0.8246
set title 'share, trace empty tokens'."\n".'n = 2,500 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:9.5]
set yrange [6.5:0.5]
set xtics rotate by 90 right scale 0 ('2 blocks' 1, '3 blocks' 2, '4 blocks' 3, '5 blocks' 4, '6 blocks' 5, '7 blocks' 6, '8 blocks' 7, '9 blocks' 8, '10 blocks' 9) font ',9'
set ytics scale 0 ('right, optimal' 1, 'goal not met' 2, 'no plan' 3, 'impossible action' 4, 'unfinished' 5, 'impossible action, goal''s order' 6) font ',9'
plot 'errors_map.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'errors_map.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset colorbox
unset label 1
unset label 2
unset label 3
set lmargin at screen 0.3469
set rmargin at screen 0.9094
set tmargin at screen 0.7444
set bmargin at screen 0.6383
set title 'share, trace plan only'."\n".'n = 2,500 in 5 seeds' font ',11' offset 0,-0.7
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
set tmargin at screen 0.5581
set bmargin at screen 0.4521
set title 'share, trace stacking'."\n".'n = 2,500 in 5 seeds' font ',11' offset 0,-0.7
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
set tmargin at screen 0.3719
set bmargin at screen 0.2658
set title 'share, trace stacking, of other blocks'."\n".'n = 2,500 in 5 seeds' font ',11' offset 0,-0.7
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
set tmargin at screen 0.1856
set bmargin at screen 0.0795
set title 'share, trace universal'."\n".'n = 2,500 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:9.5]
set yrange [6.5:0.5]
set xtics rotate by 90 right scale 0 ('2 blocks' 1, '3 blocks' 2, '4 blocks' 3, '5 blocks' 4, '6 blocks' 5, '7 blocks' 6, '8 blocks' 7, '9 blocks' 8, '10 blocks' 9) font ',9'
set ytics scale 0 ('right, optimal' 1, 'goal not met' 2, 'no plan' 3, 'impossible action' 4, 'unfinished' 5, 'impossible action, goal''s order' 6) font ',9'
plot 'errors_map.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'errors_map.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
unset multiplot
