# far.svg, drawn from far.tsv. To change it, edit this file and run: gnuplot far.gp
# As pdf: gnuplot -e "format='pdf'" far.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,5.010in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,481 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'far'
}
set output 'far'.'.'.format
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
set rmargin at screen 0.6640
set tmargin at screen 0.8794
set bmargin at screen 0.2557
set label '{/:Bold Far past training: the best arm asked at up to 5,000 items}' at screen 0.0163, screen 0.9584 font ',14'
set label 'Lists of values 1 to 100; the whole answer must be right. Repetitions: half of the lists to sort are drawn from few values. Temperature: learned. 64' at screen 0.0163, screen 0.1247 font ',10' tc rgb '#555555'
set label 'examples a step. Trained for 18,000 steps.' at screen 0.0163, screen 0.0936 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 50 different questions a seed. Fit: solves 99 % of its training questions (1 to' at screen 0.0163, screen 0.0624 font ',10' tc rgb '#555555'
set label '20). Guessing (dotted): 2.0 %.' at screen 0.0163, screen 0.0312 font ',10' tc rgb '#555555'
set xrange [-130:5150]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'items to sort' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set object rectangle from 1, graph 0 to 20, graph 1 behind \
  fc rgb '#f0f0f0' fs solid noborder
set label 'trained on 1 to 20' at 1, graph 1.035 font ',10' tc rgb '#555555'
set arrow from graph 0, first 2 to graph 1, first 2 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from screen 0.6779, screen 0.2900 to screen 0.7128, screen 0.2900 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.6953, screen 0.2900 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'no hint, repetitions, temperature' at screen 0.7221, screen 0.3025 font ',12' tc rgb '#222222'
set label '0 %; 5 of 5 seeds fit' at screen 0.7221, screen 0.2734 font ',10' tc rgb '#666666'
set arrow from screen 0.6779, screen 0.3586 to screen 0.7128, screen 0.3586 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.7221, screen 0.3711 font ',12' tc rgb '#222222'
set label '2.0 %' at screen 0.7221, screen 0.3420 font ',10' tc rgb '#666666'
plot 'far.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'far.tsv' using (place(pick('seed',1,'x'))):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'far.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'far.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'far.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2'
