# count.svg, drawn from count.tsv. To change it, edit this file and run: gnuplot count.gp
# As pdf: gnuplot -e "format='pdf'" count.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.552in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,437 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'count'
}
set output 'count'.'.'.format
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
set rmargin at screen 0.8267
set tmargin at screen 0.8993
set bmargin at screen 0.2128
set label '{/:Bold Counting, by the longest count trained on}' at screen 0.0163, screen 0.9542 font ',14'
set label 'From a random start; 64 examples a step. Trained for 5,000 steps.' at screen 0.0163, screen 0.0686 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 16 to 35 different questions a seed. Guessing (dotted): 2.9 to 6.2 %.' at screen 0.0163, screen 0.0343 font ',10' tc rgb '#555555'
set xrange [0:133.9]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'numbers to say' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
$guessing_1 << EOD
x	level
10	3.7037
20	3.22581
30	3.0303
40	2.85714
50	3.7037
60	3.33333
70	3.125
80	4.54545
90	4.7619
100	5.55556
110	4.54545
120	4.7619
130	6.25
EOD
set arrow from screen 0.8407, screen 0.2506 to screen 0.8756, screen 0.2506 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.8581, screen 0.2506 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'trained to 10' at screen 0.8849, screen 0.2643 font ',12' tc rgb '#222222'
set label '0 %; 5 seeds' at screen 0.8849, screen 0.2323 font ',10' tc rgb '#666666'
set arrow from screen 0.8407, screen 0.6399 to screen 0.8756, screen 0.6399 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.8581, screen 0.6399 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'trained to 20' at screen 0.8849, screen 0.6536 font ',12' tc rgb '#222222'
set label '62.5 %; 5 seeds' at screen 0.8849, screen 0.6216 font ',10' tc rgb '#666666'
set arrow from screen 0.8407, screen 0.7172 to screen 0.8756, screen 0.7172 nohead lw 2 dt 1 lc rgb '#009E73'
set label '' at screen 0.8581, screen 0.7172 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set label 'trained to 30' at screen 0.8849, screen 0.7310 font ',12' tc rgb '#222222'
set label '75.0 %; 5 seeds' at screen 0.8849, screen 0.6989 font ',10' tc rgb '#666666'
set arrow from screen 0.8407, screen 0.7927 to screen 0.8756, screen 0.7927 nohead lw 2 dt 1 lc rgb '#CC79A7'
set label '' at screen 0.8581, screen 0.7927 point pt 13 ps 0.9 lw 1.6 lc rgb '#CC79A7'
set label 'trained to 40' at screen 0.8849, screen 0.8065 font ',12' tc rgb '#222222'
set label '87.5 %; 5 seeds' at screen 0.8849, screen 0.7744 font ',10' tc rgb '#666666'
set arrow from screen 0.8407, screen 0.8683 to screen 0.8756, screen 0.8683 nohead lw 2 dt 1 lc rgb '#E69F00'
set label '' at screen 0.8581, screen 0.8683 point pt 11 ps 0.9 lw 1.6 lc rgb '#E69F00'
set label 'trained to 60' at screen 0.8849, screen 0.8820 font ',12' tc rgb '#222222'
set label '93.8 %; 5 seeds' at screen 0.8849, screen 0.8499 font ',10' tc rgb '#666666'
set arrow from screen 0.8407, screen 0.3261 to screen 0.8756, screen 0.3261 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.8849, screen 0.3398 font ',12' tc rgb '#222222'
set label '2.9 % to 6.2 %' at screen 0.8849, screen 0.3078 font ',10' tc rgb '#666666'
plot 'count.tsv' using (place(pick('median',1,'x'))-1.671):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'count.tsv' using (place(pick('seed',1,'x'))-1.671):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'count.tsv' using (place(pick('median',2,'x'))-0.8356):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'count.tsv' using (place(pick('seed',2,'x'))-0.8356):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'count.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90009E73', \
  'count.tsv' using (place(pick('seed',3,'x'))):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50009E73', \
  'count.tsv' using (place(pick('median',4,'x'))+0.8356):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90CC79A7', \
  'count.tsv' using (place(pick('seed',4,'x'))+0.8356):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50CC79A7', \
  'count.tsv' using (place(pick('median',5,'x'))+1.671):(pick('median',5,'low')):(0):(pick('median',5,'high')-pick('median',5,'low')) \
    with vectors nohead lw 1 lc rgb '#90E69F00', \
  'count.tsv' using (place(pick('seed',5,'x'))+1.671):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#50E69F00', \
  'count.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'count.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'count.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'count.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'count.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 1 lc rgb '#009E73', \
  'count.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#009E73', \
  'count.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 1 lc rgb '#CC79A7', \
  'count.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#CC79A7', \
  'count.tsv' using (place(pick('median',5,'x'))):(pick('median',5,'value')) with lines lw 2 dt 1 lc rgb '#E69F00', \
  'count.tsv' using (place(pick('median',5,'x'))):(fit(5)) with points pt 11 ps 0.6 lw 1.6 lc rgb '#E69F00', \
  $guessing_1 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777'
