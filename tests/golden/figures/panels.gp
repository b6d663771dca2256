# panels.svg, drawn from panels.tsv. To change it, edit this file and run: gnuplot panels.gp
# As pdf: gnuplot -e "format='pdf'" panels.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,3.823in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,367 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'panels'
}
set output 'panels'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the rows of one kind (median, seed, paper) of series n
pick(kind, n, name) = \
  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN
# the medians of series n: those above guessing (or 0); those of points most of whose seeds fit,
# and the others
above(n) = \
  (strcol('guess') ne '' && column('value') > 0 && column('value') <= column('guess')) \
  ? NaN : pick('median', n, 'value')
is_unfit(n) = (strcol('runs') eq '') ? 0 : 2 * column('fitted') < column('runs')
fit(n) = is_unfit(n) ? NaN : above(n)
unfit(n) = is_unfit(n) ? above(n) : NaN
unset key
set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out scale 0.5 textcolor rgb '#222222'
set xtics offset 0,0.4
set style fill solid noborder
set lmargin at screen 0.0651
set rmargin at screen 0.9837
set tmargin at screen 0.8801
set bmargin at screen 0.2752
set label '{/:Bold Side by side}' at screen 0.0163, screen 0.9455 font ',14'
set label 'Trained for 200 steps.' at screen 0.0163, screen 0.1635 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Fit: solves 99 % of its training questions. Guessing (dotted): 25.0 %. No mark: not' at screen 0.0163, screen 0.1226 font ',10' tc rgb '#555555'
set label 'above guessing.' at screen 0.0163, screen 0.0817 font ',10' tc rgb '#555555'
set label 'Not run: sorting: other hint.' at screen 0.0163, screen 0.0409 font ',10' tc rgb '#555555'
set arrow from screen 0.0163, screen 0.2316 to screen 0.0512, screen 0.2316 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.0337, screen 0.2316 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'hint' at screen 0.0605, screen 0.2316 font ',11' tc rgb '#222222'
set arrow from screen 0.1167, screen 0.2316 to screen 0.1516, screen 0.2316 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.1342, screen 0.2316 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'no hint' at screen 0.1609, screen 0.2316 font ',11' tc rgb '#222222'
set arrow from screen 0.2402, screen 0.2316 to screen 0.2751, screen 0.2316 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.2844, screen 0.2316 font ',11' tc rgb '#222222'
set multiplot

set lmargin at screen 0.0651
set rmargin at screen 0.5128
set tmargin at screen 0.8147
set bmargin at screen 0.4060
set xrange [0:41.2]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'items' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'items' font ',10'
set format y '%g'
set label 'sorting' at screen 0.0651, screen 0.8447 font ',12' tc rgb '#222222'
set arrow from graph 0, first 25 to graph 1, first 25 nohead dt 3 lw 1.2 lc rgb '#777777'
plot 'panels.tsv' using (place(pick('median',1,'x'))-0.214):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'panels.tsv' using (place(pick('seed',1,'x'))-0.214):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'panels.tsv' using (place(pick('median',3,'x'))+0.214):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'panels.tsv' using (place(pick('seed',3,'x'))+0.214):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'panels.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777'
unset label
unset arrow

set lmargin at screen 0.5360
set rmargin at screen 0.9837
set tmargin at screen 0.8147
set bmargin at screen 0.4060
set xrange [0:41.2]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'items' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'numbers' font ',10'
set format y ''
unset ylabel
set label 'counting' at screen 0.5360, screen 0.8447 font ',12' tc rgb '#222222'
set arrow from graph 0, first 25 to graph 1, first 25 nohead dt 3 lw 1.2 lc rgb '#777777'
plot 'panels.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'panels.tsv' using (place(pick('seed',4,'x'))):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'panels.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2'
unset label
unset arrow
unset multiplot
