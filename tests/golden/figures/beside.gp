# beside.svg, drawn from beside.tsv. To change it, edit this file and run: gnuplot beside.gp
# As pdf: gnuplot -e "format='pdf'" beside.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.708in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,452 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'beside'
}
set output 'beside'.'.'.format
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
set rmargin at screen 0.7023
set tmargin at screen 0.9027
set bmargin at screen 0.2389
set label '{/:Bold Beside a curve of the paper}' at screen 0.0163, screen 0.9558 font ',14'
set label 'Trained for 200 steps.' at screen 0.0163, screen 0.0996 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds.' at screen 0.0163, screen 0.0664 font ',10' tc rgb '#555555'
set label 'Open marks: numbers of Nobody 2000.' at screen 0.0163, screen 0.0332 font ',10' tc rgb '#555555'
set xrange [0:41.2]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'items' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from screen 0.7163, screen 0.7776 to screen 0.7512, screen 0.7776 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.7337, screen 0.7776 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'hint' at screen 0.7605, screen 0.7909 font ',12' tc rgb '#222222'
set label '82.0 %; 3 seeds' at screen 0.7605, screen 0.7599 font ',10' tc rgb '#666666'
set arrow from screen 0.7163, screen 0.4746 to screen 0.7512, screen 0.4746 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.7337, screen 0.4746 point pt 4 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'older model' at screen 0.7605, screen 0.4878 font ',12' tc rgb '#222222'
set label '35.0 %; paper, verified in source' at screen 0.7605, screen 0.4569 font ',10' tc rgb '#666666'
plot 'beside.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'beside.tsv' using (place(pick('seed',1,'x'))):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'beside.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'beside.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'beside.tsv' using (place(pick('curve',2,'x'))):(pick('curve',2,'value')) with linespoints lw 1.5 dt 2 pt 4 ps 0.8 lc rgb '#777777'
