# threshold_hops_95.svg, drawn from threshold_hops_95.tsv. To change it, edit this file and run: gnuplot threshold_hops_95.gp
# As pdf: gnuplot -e "format='pdf'" threshold_hops_95.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.865in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,467 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'threshold_hops_95'
}
set output 'threshold_hops_95'.'.'.format
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
set rmargin at screen 0.6314
set tmargin at screen 0.9058
set bmargin at screen 0.2634
set label '{/:Bold Items needed, two bridges in parallel and three hops (95 %)}' at screen 0.0163, screen 0.9572 font ',14'
set label 'Four inputs each. Held-out items all of whose calls were seen. Models: 256 examples a step; functions drawn anew for each seed. Guessing the likeliest' at screen 0.0163, screen 0.1285 font ',10' tc rgb '#555555'
set label 'answer is right for 8 to 18 %. Trained for 8,000 steps.' at screen 0.0163, screen 0.0964 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Exponents: least squares through all seeds [95 % bootstrap over seeds].' at screen 0.0163, screen 0.0642 font ',10' tc rgb '#555555'
set label 'No threshold in the range searched: 2 of three hops (that x is left out).' at screen 0.0163, screen 0.0321 font ',10' tc rgb '#555555'
set logscale x
set xrange [9.68664:17.5499]
set xtics ('10' 10, '13' 13, '17' 17)
# the place of x: 0 has none of its own on a logarithmic axis
place(x) = x > 0 ? x : 7.69231
set logscale y
set yrange [338.319:5433.53]
set ytics ('500' 500, '1000' 1000, '2000' 2000, '5000' 5000)
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'entities' offset 0,0.9
set ylabel 'training items for 95 %' offset 1,0
set arrow from screen 0.6453, screen 0.7670 to screen 0.6802, screen 0.7670 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.6628, screen 0.7670 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'parallel' at screen 0.6895, screen 0.7798 font ',12' tc rgb '#222222'
set label 'exponent 2.54 [2.19 .. 2.97]; 5 seeds' at screen 0.6895, screen 0.7499 font ',10' tc rgb '#666666'
set arrow from screen 0.6453, screen 0.8377 to screen 0.6802, screen 0.8377 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.6628, screen 0.8377 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'three hops' at screen 0.6895, screen 0.8505 font ',12' tc rgb '#222222'
set label 'exponent 3.32 [2.83 .. 3.86]; 5 seeds' at screen 0.6895, screen 0.8205 font ',10' tc rgb '#666666'
set arrow from screen 0.6453, screen 0.6257 to screen 0.6802, screen 0.6257 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.6628, screen 0.6257 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'symbolic learner of parallel, k = 2' at screen 0.6895, screen 0.6385 font ',12' tc rgb '#222222'
set label 'exponent 2.84 [2.77 .. 2.90]; 5 seeds' at screen 0.6895, screen 0.6085 font ',10' tc rgb '#666666'
set arrow from screen 0.6453, screen 0.6963 to screen 0.6802, screen 0.6963 nohead lw 2 dt 2 lc rgb '#A0A0A0'
set label '' at screen 0.6628, screen 0.6963 point pt 13 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label 'symbolic learner of three hops, k = 2' at screen 0.6895, screen 0.7092 font ',12' tc rgb '#222222'
set label 'exponent 2.91 [2.74 .. 3.11]; 5 seeds' at screen 0.6895, screen 0.6792 font ',10' tc rgb '#666666'
plot 'threshold_hops_95.tsv' using (place(pick('median',1,'x'))*0.99249):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'threshold_hops_95.tsv' using (place(pick('seed',1,'x'))*0.99249):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'threshold_hops_95.tsv' using (place(pick('median',2,'x'))*0.99749):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'threshold_hops_95.tsv' using (place(pick('seed',2,'x'))*0.99749):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'threshold_hops_95.tsv' using (place(pick('median',3,'x'))*1.0025):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'threshold_hops_95.tsv' using (place(pick('seed',3,'x'))*1.0025):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'threshold_hops_95.tsv' using (place(pick('median',4,'x'))*1.0076):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90A0A0A0', \
  'threshold_hops_95.tsv' using (place(pick('seed',4,'x'))*1.0076):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50A0A0A0', \
  'threshold_hops_95.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'threshold_hops_95.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'threshold_hops_95.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'threshold_hops_95.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'threshold_hops_95.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'threshold_hops_95.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#777777', \
  'threshold_hops_95.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 2 lc rgb '#A0A0A0', \
  'threshold_hops_95.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#A0A0A0'
