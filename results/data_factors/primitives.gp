# primitives.svg, drawn from primitives.tsv. To change it, edit this file and run: gnuplot primitives.gp
# As pdf: gnuplot -e "format='pdf'" primitives.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.708in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,452 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'primitives'
}
set output 'primitives'.'.'.format
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
set rmargin at screen 0.6558
set tmargin at screen 0.9027
set bmargin at screen 0.2389
set label '{/:Bold Jump in new sentences, and longer action sequences, by further primitives}' at screen 0.0163, screen 0.9558 font ',14'
set label '12,000 different commands in every arm, 64 examples a step. Trained for 8,000 steps. The axis is logarithmic, with 0 at its left end.' at screen 0.0163, screen 0.0996 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 1,000 to 2,000 different questions a seed. Fit: solves 99 % of its training' at screen 0.0163, screen 0.0664 font ',10' tc rgb '#555555'
set label 'questions. Guessing (dotted): 0.1 to 0.3 %. No mark: not above guessing.' at screen 0.0163, screen 0.0332 font ',10' tc rgb '#555555'
set logscale x
set xrange [0.660693:1513.56]
set xtics ('0' 1, '4' 4, '16' 16, '64' 64, '256' 256, '1000' 1000)
# the place of x: 0 has none of its own on a logarithmic axis
place(x) = x > 0 ? x : 1
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'primitives beside look, walk, run and jump' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from screen 0.6698, screen 0.3485 to screen 0.7047, screen 0.3485 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.6872, screen 0.3485 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'jump was shown alone' at screen 0.7140, screen 0.3617 font ',12' tc rgb '#222222'
set label '2.4 %; 30 of 30 runs fit' at screen 0.7140, screen 0.3308 font ',10' tc rgb '#666666'
set arrow from screen 0.6698, screen 0.8004 to screen 0.7047, screen 0.8004 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.6872, screen 0.8004 point pt 5 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'jump was shown alone: as trained' at screen 0.7140, screen 0.8137 font ',12' tc rgb '#222222'
set label '97.8 %; 30 of 30 runs fit' at screen 0.7140, screen 0.7827 font ',10' tc rgb '#666666'
set arrow from screen 0.6698, screen 0.2754 to screen 0.7047, screen 0.2754 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.6872, screen 0.2754 point pt 9 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'longer than trained on' at screen 0.7140, screen 0.2887 font ',12' tc rgb '#222222'
set label '0 %; 30 of 30 runs fit' at screen 0.7140, screen 0.2577 font ',10' tc rgb '#666666'
set arrow from screen 0.6698, screen 0.8735 to screen 0.7047, screen 0.8735 nohead lw 2 dt 2 lc rgb '#A0A0A0'
set label '' at screen 0.6872, screen 0.8735 point pt 13 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label 'longer than trained on: as trained' at screen 0.7140, screen 0.8867 font ',12' tc rgb '#222222'
set label '99.3 %; 30 of 30 runs fit' at screen 0.7140, screen 0.8558 font ',10' tc rgb '#666666'
plot 'primitives.tsv' using (place(pick('median',1,'x'))*0.91031):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'primitives.tsv' using (place(pick('seed',1,'x'))*0.91031):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'primitives.tsv' using (place(pick('median',2,'x'))*0.96916):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'primitives.tsv' using (place(pick('seed',2,'x'))*0.96916):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'primitives.tsv' using (place(pick('median',3,'x'))*1.0318):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'primitives.tsv' using (place(pick('seed',3,'x'))*1.0318):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'primitives.tsv' using (place(pick('median',4,'x'))*1.0985):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90A0A0A0', \
  'primitives.tsv' using (place(pick('seed',4,'x'))*1.0985):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50A0A0A0', \
  'primitives.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'primitives.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'primitives.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'primitives.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'primitives.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#777777', \
  'primitives.tsv' using (place(pick('median',2,'x'))):(unfit(2)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777', \
  'primitives.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'primitives.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'primitives.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#D55E00', \
  'primitives.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 2 lc rgb '#A0A0A0', \
  'primitives.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#A0A0A0', \
  'primitives.tsv' using (place(pick('median',4,'x'))):(unfit(4)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#A0A0A0'
