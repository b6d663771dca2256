# phi_curves.svg, drawn from phi_curves.tsv. To change it, edit this file and run: gnuplot phi_curves.gp
# As pdf: gnuplot -e "format='pdf'" phi_curves.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.708in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,452 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'phi_curves'
}
set output 'phi_curves'.'.'.format
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
set rmargin at screen 0.6326
set tmargin at screen 0.9027
set bmargin at screen 0.2389
set label '{/:Bold When the rule is found}' at screen 0.0163, screen 0.9558 font ',14'
set label 'Held-out questions over two facts in distribution; grey: over two facts trained on alone only.' at screen 0.0163, screen 0.0996 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 401 to 2,000 different questions a seed. Fit: solves 99 % of its training' at screen 0.0163, screen 0.0664 font ',10' tc rgb '#555555'
set label 'questions. Guessing (dotted): 1.7 to 3.7 %. No mark: not above guessing.' at screen 0.0163, screen 0.0332 font ',10' tc rgb '#555555'
set xrange [0:10300]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'training step' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from graph 0, first 2 to graph 1, first 2 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 1.85 to graph 1, first 1.85 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 1.65 to graph 1, first 1.65 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 2.05 to graph 1, first 2.05 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 3.74065 to graph 1, first 3.74065 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from screen 0.6465, screen 0.4215 to screen 0.6814, screen 0.4215 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.6640, screen 0.4215 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'phi 3.6' at screen 0.6907, screen 0.4347 font ',12' tc rgb '#222222'
set label '3.8 %; 5 of 5 seeds fit' at screen 0.6907, screen 0.4038 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.7254 to screen 0.6814, screen 0.7254 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.6640, screen 0.7254 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'phi 7.2' at screen 0.6907, screen 0.7387 font ',12' tc rgb '#222222'
set label '74.0 %; 5 of 5 seeds fit' at screen 0.6907, screen 0.7077 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.8004 to screen 0.6814, screen 0.8004 nohead lw 2 dt 1 lc rgb '#009E73'
set label '' at screen 0.6640, screen 0.8004 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set label 'phi 9' at screen 0.6907, screen 0.8137 font ',12' tc rgb '#222222'
set label '97.2 %; 5 of 5 seeds fit' at screen 0.6907, screen 0.7827 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.8735 to screen 0.6814, screen 0.8735 nohead lw 2 dt 1 lc rgb '#CC79A7'
set label '' at screen 0.6640, screen 0.8735 point pt 13 ps 0.9 lw 1.6 lc rgb '#CC79A7'
set label 'phi 12.6' at screen 0.6907, screen 0.8867 font ',12' tc rgb '#222222'
set label '99.8 %; 5 of 5 seeds fit' at screen 0.6907, screen 0.8558 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.2754 to screen 0.6814, screen 0.2754 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.6640, screen 0.2754 point pt 11 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'phi 12.6, out of distribution' at screen 0.6907, screen 0.2887 font ',12' tc rgb '#222222'
set label '1.0 %; 5 of 5 seeds fit; not above guessing' at screen 0.6907, screen 0.2577 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.3485 to screen 0.6814, screen 0.3485 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.6907, screen 0.3617 font ',12' tc rgb '#222222'
set label '1.7 % to 3.7 %' at screen 0.6907, screen 0.3308 font ',10' tc rgb '#666666'
plot 'phi_curves.tsv' using (place(pick('median',1,'x'))-173.8):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'phi_curves.tsv' using (place(pick('seed',1,'x'))-173.8):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'phi_curves.tsv' using (place(pick('median',2,'x'))-86.92):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'phi_curves.tsv' using (place(pick('seed',2,'x'))-86.92):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'phi_curves.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90009E73', \
  'phi_curves.tsv' using (place(pick('seed',3,'x'))):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50009E73', \
  'phi_curves.tsv' using (place(pick('median',4,'x'))+86.92):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90CC79A7', \
  'phi_curves.tsv' using (place(pick('seed',4,'x'))+86.92):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50CC79A7', \
  'phi_curves.tsv' using (place(pick('median',5,'x'))+173.8):(pick('median',5,'low')):(0):(pick('median',5,'high')-pick('median',5,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'phi_curves.tsv' using (place(pick('seed',5,'x'))+173.8):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'phi_curves.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'phi_curves.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'phi_curves.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'phi_curves.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'phi_curves.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'phi_curves.tsv' using (place(pick('median',2,'x'))):(unfit(2)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#D55E00', \
  'phi_curves.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 1 lc rgb '#009E73', \
  'phi_curves.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#009E73', \
  'phi_curves.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#009E73', \
  'phi_curves.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 1 lc rgb '#CC79A7', \
  'phi_curves.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#CC79A7', \
  'phi_curves.tsv' using (place(pick('median',4,'x'))):(unfit(4)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#CC79A7', \
  'phi_curves.tsv' using (place(pick('median',5,'x'))):(pick('median',5,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'phi_curves.tsv' using (place(pick('median',5,'x'))):(fit(5)) with points pt 11 ps 0.6 lw 1.6 lc rgb '#777777', \
  'phi_curves.tsv' using (place(pick('median',5,'x'))):(unfit(5)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777'
