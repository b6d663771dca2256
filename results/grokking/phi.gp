# phi.svg, drawn from phi.tsv. To change it, edit this file and run: gnuplot phi.gp
# As pdf: gnuplot -e "format='pdf'" phi.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.708in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,452 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'phi'
}
set output 'phi'.'.'.format
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
set rmargin at screen 0.6256
set tmargin at screen 0.9027
set bmargin at screen 0.2389
set label '{/:Bold Questions over two facts, by how many are trained on}' at screen 0.0163, screen 0.9558 font ',14'
set label '100 entities, 20 relations; 256 questions a step. Out of distribution: facts trained on alone only. Trained for 10,000 steps.' at screen 0.0163, screen 0.0996 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 401 to 2,000 different questions a seed. Fit: solves 99 % of its training' at screen 0.0163, screen 0.0664 font ',10' tc rgb '#555555'
set label 'questions. Guessing (dotted): 1.7 to 3.7 %. No mark: not above guessing.' at screen 0.0163, screen 0.0332 font ',10' tc rgb '#555555'
set xrange [3.33:12.87]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'questions over two facts for each fact (phi)' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
$guessing_1 << EOD
x	level
3.6	1.95
7.2	1.75
9	2.1
12.6	1.7
EOD
$guessing_2 << EOD
x	level
3.6	2
7.2	1.85
9	1.65
12.6	2.05
EOD
$guessing_3 << EOD
x	level
3.6	2.05
7.2	1.8
9	2.15
12.6	2.15
EOD
$guessing_4 << EOD
x	level
3.6	2.95
7.2	3.4
9	3.4
12.6	3.4
EOD
set arrow from graph 0, first 3.74065 to graph 1, first 3.74065 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from screen 0.6395, screen 0.8735 to screen 0.6744, screen 0.8735 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.6570, screen 0.8735 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'trained on' at screen 0.6837, screen 0.8867 font ',12' tc rgb '#222222'
set label '100 %; 20 of 20 runs fit' at screen 0.6837, screen 0.8558 font ',10' tc rgb '#666666'
set arrow from screen 0.6395, screen 0.8004 to screen 0.6744, screen 0.8004 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.6570, screen 0.8004 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'held out, in distribution' at screen 0.6837, screen 0.8137 font ',12' tc rgb '#222222'
set label '99.8 %; 20 of 20 runs fit' at screen 0.6837, screen 0.7827 font ',10' tc rgb '#666666'
set arrow from screen 0.6395, screen 0.4945 to screen 0.6744, screen 0.4945 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.6570, screen 0.4945 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'first fact out of distribution' at screen 0.6837, screen 0.5077 font ',12' tc rgb '#222222'
set label '17.2 %; 20 of 20 runs fit' at screen 0.6837, screen 0.4768 font ',10' tc rgb '#666666'
set arrow from screen 0.6395, screen 0.2754 to screen 0.6744, screen 0.2754 nohead lw 2 dt 2 lc rgb '#A0A0A0'
set label '' at screen 0.6570, screen 0.2754 point pt 13 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label 'second fact out of distribution' at screen 0.6837, screen 0.2887 font ',12' tc rgb '#222222'
set label '0.9 %; 20 of 20 runs fit; not above guessing' at screen 0.6837, screen 0.2577 font ',10' tc rgb '#666666'
set arrow from screen 0.6395, screen 0.3485 to screen 0.6744, screen 0.3485 nohead lw 2 dt 2 lc rgb '#505050'
set label '' at screen 0.6570, screen 0.3485 point pt 11 ps 0.9 lw 1.6 lc rgb '#505050'
set label 'both out of distribution' at screen 0.6837, screen 0.3617 font ',12' tc rgb '#222222'
set label '1.0 %; 20 of 20 runs fit; not above guessing' at screen 0.6837, screen 0.3308 font ',10' tc rgb '#666666'
set arrow from screen 0.6395, screen 0.4215 to screen 0.6744, screen 0.4215 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.6837, screen 0.4347 font ',12' tc rgb '#222222'
set label '1.7 % to 3.7 %' at screen 0.6837, screen 0.4038 font ',10' tc rgb '#666666'
plot 'phi.tsv' using (place(pick('median',1,'x'))-0.1631):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'phi.tsv' using (place(pick('seed',1,'x'))-0.1631):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'phi.tsv' using (place(pick('median',2,'x'))-0.08154):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'phi.tsv' using (place(pick('seed',2,'x'))-0.08154):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'phi.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'phi.tsv' using (place(pick('seed',3,'x'))):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'phi.tsv' using (place(pick('median',4,'x'))+0.08154):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90A0A0A0', \
  'phi.tsv' using (place(pick('seed',4,'x'))+0.08154):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50A0A0A0', \
  'phi.tsv' using (place(pick('median',5,'x'))+0.1631):(pick('median',5,'low')):(0):(pick('median',5,'high')-pick('median',5,'low')) \
    with vectors nohead lw 1 lc rgb '#90505050', \
  'phi.tsv' using (place(pick('seed',5,'x'))+0.1631):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#50505050', \
  'phi.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'phi.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'phi.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'phi.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'phi.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'phi.tsv' using (place(pick('median',2,'x'))):(unfit(2)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#D55E00', \
  'phi.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'phi.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#777777', \
  'phi.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777', \
  'phi.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 2 lc rgb '#A0A0A0', \
  'phi.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#A0A0A0', \
  'phi.tsv' using (place(pick('median',4,'x'))):(unfit(4)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#A0A0A0', \
  'phi.tsv' using (place(pick('median',5,'x'))):(pick('median',5,'value')) with lines lw 2 dt 2 lc rgb '#505050', \
  'phi.tsv' using (place(pick('median',5,'x'))):(fit(5)) with points pt 11 ps 0.6 lw 1.6 lc rgb '#505050', \
  'phi.tsv' using (place(pick('median',5,'x'))):(unfit(5)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#505050', \
  $guessing_1 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777', \
  $guessing_2 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777', \
  $guessing_3 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777', \
  $guessing_4 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777'
