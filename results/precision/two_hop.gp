# two_hop.svg, drawn from two_hop.tsv. To change it, edit this file and run: gnuplot two_hop.gp
# As pdf: gnuplot -e "format='pdf'" two_hop.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.708in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,452 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'two_hop'
}
set output 'two_hop'.'.'.format
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
set rmargin at screen 0.7651
set tmargin at screen 0.9027
set bmargin at screen 0.2389
set label '{/:Bold Two hops while they are learned}' at screen 0.0163, screen 0.9558 font ',14'
set label '20 entities, 1,300 training items, held-out items all of whose calls were seen; functions drawn anew for each seed. 8,000 steps of 256.' at screen 0.0163, screen 0.0996 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 1,300 to 2,000 different questions a seed. Fit: solves 99 % of its training' at screen 0.0163, screen 0.0664 font ',10' tc rgb '#555555'
set label 'questions. Guessing (dotted): 8.0 to 8.8 %.' at screen 0.0163, screen 0.0332 font ',10' tc rgb '#555555'
set xrange [0:8240]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'training step' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from graph 0, first 8.0375 to graph 1, first 8.0375 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 8.0375 to graph 1, first 8.0375 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 8.84615 to graph 1, first 8.84615 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 8.84615 to graph 1, first 8.84615 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from screen 0.7791, screen 0.7274 to screen 0.8140, screen 0.7274 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.7965, screen 0.7274 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'float32, held out' at screen 0.8233, screen 0.7407 font ',12' tc rgb '#222222'
set label '72.2 %; 5 of 5 seeds fit' at screen 0.8233, screen 0.7097 font ',10' tc rgb '#666666'
set arrow from screen 0.7791, screen 0.6544 to screen 0.8140, screen 0.6544 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.7965, screen 0.6544 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'bfloat16, held out' at screen 0.8233, screen 0.6677 font ',12' tc rgb '#222222'
set label '68.8 %; 5 of 5 seeds fit' at screen 0.8233, screen 0.6367 font ',10' tc rgb '#666666'
set arrow from screen 0.7791, screen 0.8735 to screen 0.8140, screen 0.8735 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.7965, screen 0.8735 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'float32, trained on' at screen 0.8233, screen 0.8867 font ',12' tc rgb '#222222'
set label '100 %; 5 of 5 seeds fit' at screen 0.8233, screen 0.8558 font ',10' tc rgb '#666666'
set arrow from screen 0.7791, screen 0.8004 to screen 0.8140, screen 0.8004 nohead lw 2 dt 2 lc rgb '#A0A0A0'
set label '' at screen 0.7965, screen 0.8004 point pt 13 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label 'bfloat16, trained on' at screen 0.8233, screen 0.8137 font ',12' tc rgb '#222222'
set label '100 %; 5 of 5 seeds fit' at screen 0.8233, screen 0.7827 font ',10' tc rgb '#666666'
set arrow from screen 0.7791, screen 0.3004 to screen 0.8140, screen 0.3004 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.8233, screen 0.3137 font ',12' tc rgb '#222222'
set label '8.0 % to 8.8 %' at screen 0.8233, screen 0.2827 font ',10' tc rgb '#666666'
plot 'two_hop.tsv' using (place(pick('median',1,'x'))-84.08):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'two_hop.tsv' using (place(pick('seed',1,'x'))-84.08):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'two_hop.tsv' using (place(pick('median',2,'x'))-28.03):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'two_hop.tsv' using (place(pick('seed',2,'x'))-28.03):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'two_hop.tsv' using (place(pick('median',3,'x'))+28.03):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'two_hop.tsv' using (place(pick('seed',3,'x'))+28.03):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'two_hop.tsv' using (place(pick('median',4,'x'))+84.08):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90A0A0A0', \
  'two_hop.tsv' using (place(pick('seed',4,'x'))+84.08):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50A0A0A0', \
  'two_hop.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'two_hop.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'two_hop.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'two_hop.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'two_hop.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'two_hop.tsv' using (place(pick('median',2,'x'))):(unfit(2)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#D55E00', \
  'two_hop.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'two_hop.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#777777', \
  'two_hop.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777', \
  'two_hop.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 2 lc rgb '#A0A0A0', \
  'two_hop.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#A0A0A0', \
  'two_hop.tsv' using (place(pick('median',4,'x'))):(unfit(4)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#A0A0A0'
