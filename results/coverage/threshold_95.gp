# threshold_95.svg, drawn from threshold_95.tsv. To change it, edit this file and run: gnuplot threshold_95.gp
# As pdf: gnuplot -e "format='pdf'" threshold_95.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,5.021in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,482 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'threshold_95'
}
set output 'threshold_95'.'.'.format
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
set rmargin at screen 0.6744
set tmargin at screen 0.9087
set bmargin at screen 0.2863
set label '{/:Bold Items needed to answer what could be answered (95 %)}' at screen 0.0163, screen 0.9585 font ',14'
set label 'Held-out items all of whose calls were seen; functions drawn anew for each seed. Models: the same number of steps of 256 at every size, or, at equal' at screen 0.0163, screen 0.1556 font ',10' tc rgb '#555555'
set label 'epochs, 4 steps an item. A symbolic learner answers what training covers at k and nothing else. Guessing the likeliest answer is right for 4 to 8 %.' at screen 0.0163, screen 0.1245 font ',10' tc rgb '#555555'
set label 'Trained for 8,000 steps (two hops, equal epochs: 5,640 to 40,000).' at screen 0.0163, screen 0.0934 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Exponents: least squares through all seeds [95 % bootstrap over seeds].' at screen 0.0163, screen 0.0622 font ',10' tc rgb '#555555'
set label 'No threshold in the range searched: 2 of two hops (that x is left out).' at screen 0.0163, screen 0.0311 font ',10' tc rgb '#555555'
set logscale x
set xrange [19.3069:37.2923]
set xtics ('20' 20, '25' 25, '30' 30, '36' 36)
# the place of x: 0 has none of its own on a logarithmic axis
place(x) = x > 0 ? x : 16
set logscale y
set yrange [204.162:12386.6]
set ytics ('500' 500, '1000' 1000, '2000' 2000, '5000' 5000, '10000' 10000)
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'entities' offset 0,0.9
set ylabel 'training items for 95 %' offset 1,0
set arrow from screen 0.6884, screen 0.7444 to screen 0.7233, screen 0.7444 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.7058, screen 0.7444 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'two hops' at screen 0.7326, screen 0.7568 font ',12' tc rgb '#222222'
set label 'exponent 2.65 [2.19 .. 3.13]; 5 seeds' at screen 0.7326, screen 0.7278 font ',10' tc rgb '#666666'
set arrow from screen 0.6884, screen 0.8813 to screen 0.7233, screen 0.8813 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.7058, screen 0.8813 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'two hops, equal epochs' at screen 0.7326, screen 0.8938 font ',12' tc rgb '#222222'
set label 'exponent 2.30 [1.91 .. 2.69]; 5 seeds' at screen 0.7326, screen 0.8647 font ',10' tc rgb '#666666'
set arrow from screen 0.6884, screen 0.4652 to screen 0.7233, screen 0.4652 nohead lw 2 dt 1 lc rgb '#009E73'
set label '' at screen 0.7058, screen 0.4652 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set label 'two hops, bridge written' at screen 0.7326, screen 0.4776 font ',12' tc rgb '#222222'
set label 'exponent 1.26 [0.97 .. 1.54]; 5 seeds' at screen 0.7326, screen 0.4486 font ',10' tc rgb '#666666'
set arrow from screen 0.6884, screen 0.6759 to screen 0.7233, screen 0.6759 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.7058, screen 0.6759 point pt 13 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'symbolic learner, k = 2' at screen 0.7326, screen 0.6884 font ',12' tc rgb '#222222'
set label 'exponent 2.19 [2.14 .. 2.24]; 5 seeds' at screen 0.7326, screen 0.6593 font ',10' tc rgb '#666666'
set arrow from screen 0.6884, screen 0.8129 to screen 0.7233, screen 0.8129 nohead lw 2 dt 2 lc rgb '#A0A0A0'
set label '' at screen 0.7058, screen 0.8129 point pt 11 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label 'symbolic learner, k = 3' at screen 0.7326, screen 0.8253 font ',12' tc rgb '#222222'
set label 'exponent 2.21 [2.16 .. 2.24]; 5 seeds' at screen 0.7326, screen 0.7963 font ',10' tc rgb '#666666'
plot 'threshold_95.tsv' using (place(pick('median',1,'x'))*0.98973):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'threshold_95.tsv' using (place(pick('seed',1,'x'))*0.98973):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'threshold_95.tsv' using (place(pick('median',2,'x'))*0.99485):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'threshold_95.tsv' using (place(pick('seed',2,'x'))*0.99485):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'threshold_95.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90009E73', \
  'threshold_95.tsv' using (place(pick('seed',3,'x'))):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50009E73', \
  'threshold_95.tsv' using (place(pick('median',4,'x'))*1.0052):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'threshold_95.tsv' using (place(pick('seed',4,'x'))*1.0052):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'threshold_95.tsv' using (place(pick('median',5,'x'))*1.0104):(pick('median',5,'low')):(0):(pick('median',5,'high')-pick('median',5,'low')) \
    with vectors nohead lw 1 lc rgb '#90A0A0A0', \
  'threshold_95.tsv' using (place(pick('seed',5,'x'))*1.0104):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#50A0A0A0', \
  'threshold_95.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'threshold_95.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'threshold_95.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'threshold_95.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'threshold_95.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 1 lc rgb '#009E73', \
  'threshold_95.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#009E73', \
  'threshold_95.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'threshold_95.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#777777', \
  'threshold_95.tsv' using (place(pick('median',5,'x'))):(pick('median',5,'value')) with lines lw 2 dt 2 lc rgb '#A0A0A0', \
  'threshold_95.tsv' using (place(pick('median',5,'x'))):(fit(5)) with points pt 11 ps 0.6 lw 1.6 lc rgb '#A0A0A0'
