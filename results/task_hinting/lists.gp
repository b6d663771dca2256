# lists.svg, drawn from lists.tsv. To change it, edit this file and run: gnuplot lists.gp
# As pdf: gnuplot -e "format='pdf'" lists.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,5.010in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,481 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'lists'
}
set output 'lists'.'.'.format
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
set lmargin at screen 0.0814
set rmargin at screen 0.7535
set tmargin at screen 0.8794
set bmargin at screen 0.2557
set label '{/:Bold When only the length is new, and when longer lists are easier}' at screen 0.0163, screen 0.9584 font ',14'
set label 'Distinct: no value twice, so at 90 items the answer is nearly always 1, 2, 3, ...: sorting gets easier. Fixed density: n items from a random window of n' at screen 0.0163, screen 0.1247 font ',10' tc rgb '#555555'
set label 'values. Learned temperature in every arm. 64 examples a step. Trained for 4,000 steps.' at screen 0.0163, screen 0.0936 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 324 to 500 different questions a seed. Fit: solves 99 % of its training questions' at screen 0.0163, screen 0.0624 font ',10' tc rgb '#555555'
set label '(1 to 20). Guessing (dotted): 0.2 to 1.2 %.' at screen 0.0163, screen 0.0312 font ',10' tc rgb '#555555'
set xrange [0:103]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'items to sort' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set object rectangle from 1, graph 0 to 20, graph 1 behind \
  fc rgb '#f0f0f0' fs solid noborder
set label 'trained on 1 to 20' at 1, graph 1.035 font ',10' tc rgb '#555555'
$guessing_1 << EOD
x	level
5	1.2
10	0.4
20	0.2
30	0.2
40	0.2
50	0.2
60	0.2
70	0.2
80	0.2
90	0.2
100	0.2
EOD
$guessing_2 << EOD
x	level
5	1.2
10	0.4
20	0.2
30	0.2
40	0.2
50	0.2
60	0.2
70	0.2
80	0.2
90	0.2
100	0.2
EOD
set arrow from screen 0.7674, screen 0.7834 to screen 0.8023, screen 0.7834 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.7849, screen 0.7834 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'distinct, hint' at screen 0.8116, screen 0.7958 font ',12' tc rgb '#222222'
set label '98.6 %; 5 of 5 seeds fit' at screen 0.8116, screen 0.7667 font ',10' tc rgb '#666666'
set arrow from screen 0.7674, screen 0.3586 to screen 0.8023, screen 0.3586 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.7849, screen 0.3586 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'fixed density, hint' at screen 0.8116, screen 0.3711 font ',12' tc rgb '#222222'
set label '0 %; 5 of 5 seeds fit' at screen 0.8116, screen 0.3420 font ',10' tc rgb '#666666'
set arrow from screen 0.7674, screen 0.8520 to screen 0.8023, screen 0.8520 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.7849, screen 0.8520 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'distinct, no hint' at screen 0.8116, screen 0.8644 font ',12' tc rgb '#222222'
set label '100 %; 5 of 5 seeds fit' at screen 0.8116, screen 0.8353 font ',10' tc rgb '#666666'
set arrow from screen 0.7674, screen 0.2900 to screen 0.8023, screen 0.2900 nohead lw 2 dt 2 lc rgb '#A0A0A0'
set label '' at screen 0.7849, screen 0.2900 point pt 13 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label 'fixed density, no hint' at screen 0.8116, screen 0.3025 font ',12' tc rgb '#222222'
set label '0 %; 5 of 5 seeds fit' at screen 0.8116, screen 0.2734 font ',10' tc rgb '#666666'
set arrow from screen 0.7674, screen 0.4272 to screen 0.8023, screen 0.4272 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.8116, screen 0.4397 font ',12' tc rgb '#222222'
set label '0.2 % to 1.2 %' at screen 0.8116, screen 0.4106 font ',10' tc rgb '#666666'
plot 'lists.tsv' using (place(pick('median',1,'x'))-1.069):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'lists.tsv' using (place(pick('seed',1,'x'))-1.069):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'lists.tsv' using (place(pick('median',2,'x'))-0.3564):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'lists.tsv' using (place(pick('seed',2,'x'))-0.3564):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'lists.tsv' using (place(pick('median',3,'x'))+0.3564):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'lists.tsv' using (place(pick('seed',3,'x'))+0.3564):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'lists.tsv' using (place(pick('median',4,'x'))+1.069):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90A0A0A0', \
  'lists.tsv' using (place(pick('seed',4,'x'))+1.069):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50A0A0A0', \
  'lists.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'lists.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'lists.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'lists.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'lists.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'lists.tsv' using (place(pick('median',2,'x'))):(unfit(2)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#D55E00', \
  'lists.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'lists.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#777777', \
  'lists.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777', \
  'lists.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 2 lc rgb '#A0A0A0', \
  'lists.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#A0A0A0', \
  'lists.tsv' using (place(pick('median',4,'x'))):(unfit(4)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#A0A0A0', \
  $guessing_1 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777', \
  $guessing_2 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777'
