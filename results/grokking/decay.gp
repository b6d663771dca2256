# decay.svg, drawn from decay.tsv. To change it, edit this file and run: gnuplot decay.gp
# As pdf: gnuplot -e "format='pdf'" decay.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.708in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,452 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'decay'
}
set output 'decay'.'.'.format
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
set rmargin at screen 0.7047
set tmargin at screen 0.9027
set bmargin at screen 0.2389
set label '{/:Bold Weight decay and when the rule is found}' at screen 0.0163, screen 0.9558 font ',14'
set label 'phi 9, constant rate; held-out questions over two facts in distribution.' at screen 0.0163, screen 0.0996 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 2,000 different questions a seed. Fit: solves 99 % of its training questions.' at screen 0.0163, screen 0.0664 font ',10' tc rgb '#555555'
set label 'Dotted, crosses: most do not fit, so this is no failure to generalize. Guessing (dotted): 1.7 to 2.1 %.' at screen 0.0163, screen 0.0332 font ',10' tc rgb '#555555'
set xrange [0:20600]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'training step' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from graph 0, first 1.65 to graph 1, first 1.65 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 1.65 to graph 1, first 1.65 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 1.65 to graph 1, first 1.65 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 1.65 to graph 1, first 1.65 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 2.1 to graph 1, first 2.1 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from screen 0.7186, screen 0.3485 to screen 0.7535, screen 0.3485 nohead lw 2 dt 3 lc rgb '#0072B2'
set label '' at screen 0.7360, screen 0.3485 point pt 2 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'weight decay 0.03' at screen 0.7628, screen 0.3617 font ',12' tc rgb '#222222'
set label '4.5 %; 0 of 5 seeds fit' at screen 0.7628, screen 0.3308 font ',10' tc rgb '#666666'
set arrow from screen 0.7186, screen 0.4215 to screen 0.7535, screen 0.4215 nohead lw 2 dt 3 lc rgb '#D55E00'
set label '' at screen 0.7360, screen 0.4215 point pt 1 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'weight decay 0.1' at screen 0.7628, screen 0.4347 font ',12' tc rgb '#222222'
set label '5.9 %; 0 of 5 seeds fit' at screen 0.7628, screen 0.4038 font ',10' tc rgb '#666666'
set arrow from screen 0.7186, screen 0.5052 to screen 0.7535, screen 0.5052 nohead lw 2 dt 3 lc rgb '#009E73'
set label '' at screen 0.7360, screen 0.5052 point pt 3 ps 0.9 lw 1.6 lc rgb '#009E73'
set label 'weight decay 0.3' at screen 0.7628, screen 0.5184 font ',12' tc rgb '#222222'
set label '39.8 %; 0 of 5 seeds fit' at screen 0.7628, screen 0.4875 font ',10' tc rgb '#666666'
set arrow from screen 0.7186, screen 0.6538 to screen 0.7535, screen 0.6538 nohead lw 2 dt 3 lc rgb '#CC79A7'
set label '' at screen 0.7360, screen 0.6538 point pt 2 ps 0.9 lw 1.6 lc rgb '#CC79A7'
set label 'weight decay 1' at screen 0.7628, screen 0.6671 font ',12' tc rgb '#222222'
set label '62.9 %; 0 of 5 seeds fit' at screen 0.7628, screen 0.6361 font ',10' tc rgb '#666666'
set arrow from screen 0.7186, screen 0.8381 to screen 0.7535, screen 0.8381 nohead lw 2 dt 3 lc rgb '#777777'
set label '' at screen 0.7360, screen 0.8381 point pt 1 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'trained on, weight decay 0.1' at screen 0.7628, screen 0.8513 font ',12' tc rgb '#222222'
set label '91.4 %; 0 of 5 seeds fit' at screen 0.7628, screen 0.8204 font ',10' tc rgb '#666666'
set arrow from screen 0.7186, screen 0.2754 to screen 0.7535, screen 0.2754 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.7628, screen 0.2887 font ',12' tc rgb '#222222'
set label '1.7 % to 2.1 %' at screen 0.7628, screen 0.2577 font ',10' tc rgb '#666666'
plot 'decay.tsv' using (place(pick('median',1,'x'))-247.2):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'decay.tsv' using (place(pick('seed',1,'x'))-247.2):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'decay.tsv' using (place(pick('median',2,'x'))-123.6):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'decay.tsv' using (place(pick('seed',2,'x'))-123.6):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'decay.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90009E73', \
  'decay.tsv' using (place(pick('seed',3,'x'))):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50009E73', \
  'decay.tsv' using (place(pick('median',4,'x'))+123.6):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90CC79A7', \
  'decay.tsv' using (place(pick('seed',4,'x'))+123.6):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50CC79A7', \
  'decay.tsv' using (place(pick('median',5,'x'))+247.2):(pick('median',5,'low')):(0):(pick('median',5,'high')-pick('median',5,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'decay.tsv' using (place(pick('seed',5,'x'))+247.2):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'decay.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 3 lc rgb '#0072B2', \
  'decay.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'decay.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 3 lc rgb '#D55E00', \
  'decay.tsv' using (place(pick('median',2,'x'))):(unfit(2)) with points pt 1 ps 0.7 lw 1.6 lc rgb '#D55E00', \
  'decay.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 3 lc rgb '#009E73', \
  'decay.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 3 ps 0.7 lw 1.6 lc rgb '#009E73', \
  'decay.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 3 lc rgb '#CC79A7', \
  'decay.tsv' using (place(pick('median',4,'x'))):(unfit(4)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#CC79A7', \
  'decay.tsv' using (place(pick('median',5,'x'))):(pick('median',5,'value')) with lines lw 2 dt 3 lc rgb '#777777', \
  'decay.tsv' using (place(pick('median',5,'x'))):(unfit(5)) with points pt 1 ps 0.7 lw 1.6 lc rgb '#777777'
