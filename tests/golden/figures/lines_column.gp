# lines_column.pdf, drawn from lines.tsv. To change it, edit this file and run: gnuplot lines_column.gp
# As svg: gnuplot -e "format='svg'" lines_column.gp
if (!exists('format')) format = 'pdf'
if (format eq 'pdf') {
  set terminal pdfcairo size 3.346in,4.783in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.709 linewidth 0.709 pointscale 0.709
} else {
  set terminal svg size 340,486 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'lines_column'
}
set output 'lines_column'.'.'.format
# Exact match of arms a & b_c {d}
# A caption long enough to be broken into two lines, since a figure is only so wide and the text
# below it has to fit: that is what this sentence is for. Trained for 200 steps.
# Line: median over seeds; thin bars: lowest to highest; dots: seeds. Fit: solves 99 % of its
# training questions (1 to 20). Guessing (dotted): 25.0 %.
# Open marks: numbers of Nobody 2000: > 80 %, verified in source; 81.5 %, secondary source; < 1 %,
# verified in source. Not run: other hint.
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
set lmargin at screen 0.1941
set rmargin at screen 0.9706
set tmargin at screen 0.9465
set bmargin at screen 0.5144
set xrange [0:41.2]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'items' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set object rectangle from 1, graph 0 to 20, graph 1 behind \
  fc rgb '#f0f0f0' fs solid noborder
set label 'trained on 1 to 20' at 1, graph 1.035 font ',10' tc rgb '#555555'
set arrow from graph 0, first 25 to graph 1, first 25 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from screen 0.0353, screen 0.3817 to screen 0.1235, screen 0.3817 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.0794, screen 0.3817 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'hint' at screen 0.1471, screen 0.3940 font ',12' tc rgb '#222222'
set label '82.0 %; 3 of 3 seeds fit' at screen 0.1471, screen 0.3652 font ',10' tc rgb '#666666'
set label '' at screen 0.0794, screen 0.2459 point pt 8 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'paper: > 80 %' at screen 0.1471, screen 0.2582 font ',12' tc rgb '#222222'
set label 'verified in source' at screen 0.1471, screen 0.2294 font ',10' tc rgb '#666666'
set label '' at screen 0.0794, screen 0.3138 point pt 6 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'paper: 81.5 %' at screen 0.1471, screen 0.3261 font ',12' tc rgb '#222222'
set label 'secondary source' at screen 0.1471, screen 0.2973 font ',10' tc rgb '#666666'
set arrow from screen 0.0353, screen 0.0422 to screen 0.1235, screen 0.0422 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.0794, screen 0.0422 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'no hint' at screen 0.1471, screen 0.0545 font ',12' tc rgb '#222222'
set label '0 %; 2 of 3 seeds fit' at screen 0.1471, screen 0.0257 font ',10' tc rgb '#666666'
set label '' at screen 0.0794, screen 0.1101 point pt 10 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'paper: < 1 %' at screen 0.1471, screen 0.1224 font ',12' tc rgb '#222222'
set label 'verified in source' at screen 0.1471, screen 0.0936 font ',10' tc rgb '#666666'
set arrow from screen 0.0353, screen 0.1780 to screen 0.1235, screen 0.1780 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.1471, screen 0.1903 font ',12' tc rgb '#222222'
set label '25.0 %' at screen 0.1471, screen 0.1615 font ',10' tc rgb '#666666'
set label '' at 40, 80 point pt 8 ps 1.2 lw 2 lc rgb '#0072B2' front
set label '' at 40, 81.5 point pt 6 ps 1.2 lw 2 lc rgb '#0072B2' front
set label '' at 40, 1 point pt 10 ps 1.2 lw 2 lc rgb '#777777' front
plot 'lines.tsv' using (place(pick('median',1,'x'))-0.3121):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'lines.tsv' using (place(pick('seed',1,'x'))-0.3121):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'lines.tsv' using (place(pick('median',3,'x'))+0.3121):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'lines.tsv' using (place(pick('seed',3,'x'))+0.3121):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'lines.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'lines.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'lines.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'lines.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'lines.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#777777', \
  'lines.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777'
