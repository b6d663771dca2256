# panels.svg, drawn from panels.tsv. To change it, edit this file and run: gnuplot panels.gp
# As pdf: gnuplot -e "format='pdf'" panels.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,6.917in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,664 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'panels'
}
set output 'panels'.'.'.format
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
set lmargin at screen 0.0651
set rmargin at screen 0.9837
set tmargin at screen 0.9337
set bmargin at screen 0.2651
set label '{/:Bold Exact match by what training may show, at equal examples, steps and lengths}' at screen 0.0163, screen 0.9699 font ',14'
set label 'Asked: 10 items, 12 bits, 4 blocks, commands of at most two sentences, held-out items all of whose calls training shows. At each point of a panel training' at screen 0.0163, screen 0.1130 font ',10' tc rgb '#555555'
set label 'takes as many steps of as many examples, as long. Trained for 3,000 steps (Blocksworld: this block on that; Blocksworld: this block at a height: 3,500;' at screen 0.0163, screen 0.0904 font ',10' tc rgb '#555555'
set label 'SCAN: verbs in their frames: 4,000; Two hops, non-tree: k-cutoffs: 8,000).' at screen 0.0163, screen 0.0678 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 17 to 2,000 different questions a seed. Fit: solves 99 % of its training questions.' at screen 0.0163, screen 0.0452 font ',10' tc rgb '#555555'
set label 'Dotted, crosses: most do not fit, so this is no failure to generalize. Guessing (dotted): 0.3 to 9.5 %.' at screen 0.0163, screen 0.0226 font ',10' tc rgb '#555555'
set arrow from screen 0.0163, screen 0.2410 to screen 0.0512, screen 0.2410 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.0337, screen 0.2410 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'a piece never shown' at screen 0.0605, screen 0.2410 font ',11' tc rgb '#222222'
set arrow from screen 0.2319, screen 0.2410 to screen 0.2667, screen 0.2410 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.2493, screen 0.2410 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'the same, a hint keeping to it' at screen 0.2760, screen 0.2410 font ',11' tc rgb '#222222'
set arrow from screen 0.5319, screen 0.2410 to screen 0.5667, screen 0.2410 nohead lw 2 dt 1 lc rgb '#009E73'
set label '' at screen 0.5493, screen 0.2410 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set label 'the same, a hint showing all' at screen 0.5760, screen 0.2410 font ',11' tc rgb '#222222'
set arrow from screen 0.8165, screen 0.2410 to screen 0.8514, screen 0.2410 nohead lw 2 dt 1 lc rgb '#CC79A7'
set label '' at screen 0.8340, screen 0.2410 point pt 13 ps 0.9 lw 1.6 lc rgb '#CC79A7'
set label 'all pieces shown' at screen 0.8607, screen 0.2410 font ',11' tc rgb '#222222'
set arrow from screen 0.0163, screen 0.2108 to screen 0.0512, screen 0.2108 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.0337, screen 0.2108 point pt 11 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'as many questions left out' at screen 0.0605, screen 0.2108 font ',11' tc rgb '#222222'
set arrow from screen 0.2856, screen 0.2108 to screen 0.3205, screen 0.2108 nohead lw 2 dt 1 lc rgb '#E69F00'
set label '' at screen 0.3030, screen 0.2108 point pt 7 ps 0.9 lw 1.6 lc rgb '#E69F00'
set label 'jump shown alone' at screen 0.3298, screen 0.2108 font ',11' tc rgb '#222222'
set arrow from screen 0.4781, screen 0.2108 to screen 0.5130, screen 0.2108 nohead lw 2 dt 1 lc rgb '#56B4E9'
set label '' at screen 0.4956, screen 0.2108 point pt 5 ps 0.9 lw 1.6 lc rgb '#56B4E9'
set label 'two hops' at screen 0.5223, screen 0.2108 font ',11' tc rgb '#222222'
set arrow from screen 0.6093, screen 0.2108 to screen 0.6442, screen 0.2108 nohead lw 2 dt 1 lc rgb '#000000'
set label '' at screen 0.6267, screen 0.2108 point pt 9 ps 0.9 lw 1.6 lc rgb '#000000'
set label 'non-tree' at screen 0.6535, screen 0.2108 font ',11' tc rgb '#222222'
set arrow from screen 0.7405, screen 0.2108 to screen 0.7753, screen 0.2108 nohead lw 2 dt 2 lc rgb '#A0A0A0'
set label '' at screen 0.7579, screen 0.2108 point pt 13 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label 'two hops, items as drawn' at screen 0.7847, screen 0.2108 font ',11' tc rgb '#222222'
set arrow from screen 0.0163, screen 0.1807 to screen 0.0512, screen 0.1807 nohead lw 2 dt 2 lc rgb '#505050'
set label '' at screen 0.0337, screen 0.1807 point pt 11 ps 0.9 lw 1.6 lc rgb '#505050'
set label 'non-tree, items as drawn' at screen 0.0605, screen 0.1807 font ',11' tc rgb '#222222'
set arrow from screen 0.2702, screen 0.1807 to screen 0.3051, screen 0.1807 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.2877, screen 0.1807 point pt 7 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'two hops, symbolic learner, k = 2' at screen 0.3144, screen 0.1807 font ',11' tc rgb '#222222'
set arrow from screen 0.5933, screen 0.1807 to screen 0.6281, screen 0.1807 nohead lw 2 dt 2 lc rgb '#A0A0A0'
set label '' at screen 0.6107, screen 0.1807 point pt 5 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label 'two hops, symbolic learner, k = 3' at screen 0.6374, screen 0.1807 font ',11' tc rgb '#222222'
set arrow from screen 0.0163, screen 0.1506 to screen 0.0512, screen 0.1506 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.0605, screen 0.1506 font ',11' tc rgb '#222222'
set multiplot

set lmargin at screen 0.0651
set rmargin at screen 0.3558
set tmargin at screen 0.8976
set bmargin at screen 0.6717
set xrange [0.1763:1.0137]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share that training may show' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'share of the pairs' font ',10'
set format y '%g'
set label 'Sorting: neighbouring pairs' at screen 0.0651, screen 0.9142 font ',12' tc rgb '#222222'
plot 'panels.tsv' using (place(pick('median',1,'x'))-0.01546):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'panels.tsv' using (place(pick('seed',1,'x'))-0.01546):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'panels.tsv' using (place(pick('median',2,'x'))-0.00773):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'panels.tsv' using (place(pick('seed',2,'x'))-0.00773):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'panels.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90009E73', \
  'panels.tsv' using (place(pick('seed',3,'x'))):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50009E73', \
  'panels.tsv' using (place(pick('median',4,'x'))+0.00773):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90CC79A7', \
  'panels.tsv' using (place(pick('seed',4,'x'))+0.00773):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50CC79A7', \
  'panels.tsv' using (place(pick('median',5,'x'))+0.01546):(pick('median',5,'low')):(0):(pick('median',5,'high')-pick('median',5,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'panels.tsv' using (place(pick('seed',5,'x'))+0.01546):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'panels.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'panels.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'panels.tsv' using (place(pick('median',2,'x'))):(unfit(2)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#D55E00', \
  'panels.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 1 lc rgb '#009E73', \
  'panels.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#009E73', \
  'panels.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#009E73', \
  'panels.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 1 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',4,'x'))):(unfit(4)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',5,'x'))):(pick('median',5,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',5,'x'))):(fit(5)) with points pt 11 ps 0.6 lw 1.6 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',5,'x'))):(unfit(5)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777'
unset label
unset arrow

set lmargin at screen 0.3791
set rmargin at screen 0.6698
set tmargin at screen 0.8976
set bmargin at screen 0.6717
set xrange [0.1763:1.0137]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share that training may show' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'share of the numbers of ones' font ',10'
set format y ''
unset ylabel
set label 'Parity, scratchpad: numbers of ones' at screen 0.3791, screen 0.9142 font ',12' tc rgb '#222222'
$guessing_2_1 << EOD
x	level
0.3	0.666667
0.5	0.666667
0.7	0.666667
0.85	1.13636
EOD
$guessing_2_2 << EOD
x	level
0.3	0.980392
0.5	0.666667
0.7	0.333333
0.85	0.333333
EOD
plot 'panels.tsv' using (place(pick('median',6,'x'))-0.01288):(pick('median',6,'low')):(0):(pick('median',6,'high')-pick('median',6,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'panels.tsv' using (place(pick('seed',6,'x'))-0.01288):(pick('seed',6,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'panels.tsv' using (place(pick('median',7,'x'))):(pick('median',7,'low')):(0):(pick('median',7,'high')-pick('median',7,'low')) \
    with vectors nohead lw 1 lc rgb '#90CC79A7', \
  'panels.tsv' using (place(pick('seed',7,'x'))):(pick('seed',7,'value')) with points pt 7 ps 0.3 lc rgb '#50CC79A7', \
  'panels.tsv' using (place(pick('median',8,'x'))+0.01288):(pick('median',8,'low')):(0):(pick('median',8,'high')-pick('median',8,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'panels.tsv' using (place(pick('seed',8,'x'))+0.01288):(pick('seed',8,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'panels.tsv' using (place(pick('median',6,'x'))):(pick('median',6,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',6,'x'))):(fit(6)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',6,'x'))):(unfit(6)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',7,'x'))):(pick('median',7,'value')) with lines lw 2 dt 1 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',7,'x'))):(fit(7)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',7,'x'))):(unfit(7)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',8,'x'))):(pick('median',8,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',8,'x'))):(fit(8)) with points pt 11 ps 0.6 lw 1.6 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',8,'x'))):(unfit(8)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777', \
  $guessing_2_1 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777', \
  $guessing_2_2 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777'
unset label
unset arrow

set lmargin at screen 0.6930
set rmargin at screen 0.9837
set tmargin at screen 0.8976
set bmargin at screen 0.6717
set xrange [0.1763:1.0137]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share that training may show' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'share of the wanted facts' font ',10'
set format y ''
unset ylabel
set label 'Blocksworld: this block on that' at screen 0.6930, screen 0.9142 font ',12' tc rgb '#222222'
plot 'panels.tsv' using (place(pick('median',9,'x'))-0.01288):(pick('median',9,'low')):(0):(pick('median',9,'high')-pick('median',9,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'panels.tsv' using (place(pick('seed',9,'x'))-0.01288):(pick('seed',9,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'panels.tsv' using (place(pick('median',10,'x'))):(pick('median',10,'low')):(0):(pick('median',10,'high')-pick('median',10,'low')) \
    with vectors nohead lw 1 lc rgb '#90CC79A7', \
  'panels.tsv' using (place(pick('seed',10,'x'))):(pick('seed',10,'value')) with points pt 7 ps 0.3 lc rgb '#50CC79A7', \
  'panels.tsv' using (place(pick('median',11,'x'))+0.01288):(pick('median',11,'low')):(0):(pick('median',11,'high')-pick('median',11,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'panels.tsv' using (place(pick('seed',11,'x'))+0.01288):(pick('seed',11,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'panels.tsv' using (place(pick('median',9,'x'))):(pick('median',9,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',9,'x'))):(fit(9)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',9,'x'))):(unfit(9)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',10,'x'))):(pick('median',10,'value')) with lines lw 2 dt 1 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',10,'x'))):(fit(10)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',10,'x'))):(unfit(10)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',11,'x'))):(pick('median',11,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',11,'x'))):(fit(11)) with points pt 11 ps 0.6 lw 1.6 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',11,'x'))):(unfit(11)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777'
unset label
unset arrow

set lmargin at screen 0.0651
set rmargin at screen 0.3558
set tmargin at screen 0.5633
set bmargin at screen 0.3373
set xrange [0.1763:1.0137]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share that training may show' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'share of the names at a height' font ',10'
set format y '%g'
set label 'Blocksworld: this block at a height' at screen 0.0651, screen 0.5798 font ',12' tc rgb '#222222'
plot 'panels.tsv' using (place(pick('median',12,'x'))-0.01288):(pick('median',12,'low')):(0):(pick('median',12,'high')-pick('median',12,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'panels.tsv' using (place(pick('seed',12,'x'))-0.01288):(pick('seed',12,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'panels.tsv' using (place(pick('median',13,'x'))):(pick('median',13,'low')):(0):(pick('median',13,'high')-pick('median',13,'low')) \
    with vectors nohead lw 1 lc rgb '#90CC79A7', \
  'panels.tsv' using (place(pick('seed',13,'x'))):(pick('seed',13,'value')) with points pt 7 ps 0.3 lc rgb '#50CC79A7', \
  'panels.tsv' using (place(pick('median',14,'x'))+0.01288):(pick('median',14,'low')):(0):(pick('median',14,'high')-pick('median',14,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'panels.tsv' using (place(pick('seed',14,'x'))+0.01288):(pick('seed',14,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'panels.tsv' using (place(pick('median',12,'x'))):(pick('median',12,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',12,'x'))):(fit(12)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',12,'x'))):(unfit(12)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',13,'x'))):(pick('median',13,'value')) with lines lw 2 dt 1 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',13,'x'))):(fit(13)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',13,'x'))):(unfit(13)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',14,'x'))):(pick('median',14,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',14,'x'))):(fit(14)) with points pt 11 ps 0.6 lw 1.6 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',14,'x'))):(unfit(14)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777'
unset label
unset arrow

set lmargin at screen 0.3791
set rmargin at screen 0.6698
set tmargin at screen 0.5633
set bmargin at screen 0.3373
set xrange [0.1763:1.0137]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share that training may show' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'share of the verbs in frames' font ',10'
set format y ''
unset ylabel
set label 'SCAN: verbs in their frames' at screen 0.3791, screen 0.5798 font ',12' tc rgb '#222222'
$guessing_5_1 << EOD
x	level
0.5	0.666667
0.7	0.666667
0.85	0.666667
0.95	1
EOD
plot 'panels.tsv' using (place(pick('median',15,'x'))-0.01449):(pick('median',15,'low')):(0):(pick('median',15,'high')-pick('median',15,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'panels.tsv' using (place(pick('seed',15,'x'))-0.01449):(pick('seed',15,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'panels.tsv' using (place(pick('median',16,'x'))-0.004831):(pick('median',16,'low')):(0):(pick('median',16,'high')-pick('median',16,'low')) \
    with vectors nohead lw 1 lc rgb '#90CC79A7', \
  'panels.tsv' using (place(pick('seed',16,'x'))-0.004831):(pick('seed',16,'value')) with points pt 7 ps 0.3 lc rgb '#50CC79A7', \
  'panels.tsv' using (place(pick('median',17,'x'))+0.004831):(pick('median',17,'low')):(0):(pick('median',17,'high')-pick('median',17,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'panels.tsv' using (place(pick('seed',17,'x'))+0.004831):(pick('seed',17,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'panels.tsv' using (place(pick('median',18,'x'))+0.01449):(pick('median',18,'low')):(0):(pick('median',18,'high')-pick('median',18,'low')) \
    with vectors nohead lw 1 lc rgb '#90E69F00', \
  'panels.tsv' using (place(pick('seed',18,'x'))+0.01449):(pick('seed',18,'value')) with points pt 7 ps 0.3 lc rgb '#50E69F00', \
  'panels.tsv' using (place(pick('median',15,'x'))):(pick('median',15,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',15,'x'))):(fit(15)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',15,'x'))):(unfit(15)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'panels.tsv' using (place(pick('median',16,'x'))):(pick('median',16,'value')) with lines lw 2 dt 1 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',16,'x'))):(fit(16)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',16,'x'))):(unfit(16)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#CC79A7', \
  'panels.tsv' using (place(pick('median',17,'x'))):(pick('median',17,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',17,'x'))):(fit(17)) with points pt 11 ps 0.6 lw 1.6 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',17,'x'))):(unfit(17)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',18,'x'))):(pick('median',18,'value')) with lines lw 2 dt 1 lc rgb '#E69F00', \
  'panels.tsv' using (place(pick('median',18,'x'))):(fit(18)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#E69F00', \
  'panels.tsv' using (place(pick('median',18,'x'))):(unfit(18)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#E69F00', \
  $guessing_5_1 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777'
unset label
unset arrow

set lmargin at screen 0.6930
set rmargin at screen 0.9837
set tmargin at screen 0.5633
set bmargin at screen 0.3373
set xrange [0.1763:1.0137]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share that training may show' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'share with k of 2 or more' font ',10'
set format y ''
unset ylabel
set label 'Two hops, non-tree: k-cutoffs' at screen 0.6930, screen 0.5798 font ',12' tc rgb '#222222'
$guessing_6_1 << EOD
x	level
0.2	8.05
0.4	8.15
0.6	8.0375
0.8	8.1
0.9	8.0375
0.99	8.0375
EOD
$guessing_6_2 << EOD
x	level
0.2	9.51157
0.4	9.39948
0.6	9.39948
0.8	8.63874
0.9	8.11518
EOD
set arrow from graph 0, first 8.3 to graph 1, first 8.3 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 9.39948 to graph 1, first 9.39948 nohead dt 3 lw 1.2 lc rgb '#777777'
plot 'panels.tsv' using (place(pick('median',19,'x'))-0.0161):(pick('median',19,'low')):(0):(pick('median',19,'high')-pick('median',19,'low')) \
    with vectors nohead lw 1 lc rgb '#9056B4E9', \
  'panels.tsv' using (place(pick('seed',19,'x'))-0.0161):(pick('seed',19,'value')) with points pt 7 ps 0.3 lc rgb '#5056B4E9', \
  'panels.tsv' using (place(pick('median',20,'x'))-0.009662):(pick('median',20,'low')):(0):(pick('median',20,'high')-pick('median',20,'low')) \
    with vectors nohead lw 1 lc rgb '#90000000', \
  'panels.tsv' using (place(pick('seed',20,'x'))-0.009662):(pick('seed',20,'value')) with points pt 7 ps 0.3 lc rgb '#50000000', \
  'panels.tsv' using (place(pick('median',21,'x'))-0.003221):(pick('median',21,'low')):(0):(pick('median',21,'high')-pick('median',21,'low')) \
    with vectors nohead lw 1 lc rgb '#90A0A0A0', \
  'panels.tsv' using (place(pick('seed',21,'x'))-0.003221):(pick('seed',21,'value')) with points pt 7 ps 0.3 lc rgb '#50A0A0A0', \
  'panels.tsv' using (place(pick('median',22,'x'))+0.003221):(pick('median',22,'low')):(0):(pick('median',22,'high')-pick('median',22,'low')) \
    with vectors nohead lw 1 lc rgb '#90505050', \
  'panels.tsv' using (place(pick('seed',22,'x'))+0.003221):(pick('seed',22,'value')) with points pt 7 ps 0.3 lc rgb '#50505050', \
  'panels.tsv' using (place(pick('median',23,'x'))+0.009662):(pick('median',23,'low')):(0):(pick('median',23,'high')-pick('median',23,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'panels.tsv' using (place(pick('seed',23,'x'))+0.009662):(pick('seed',23,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'panels.tsv' using (place(pick('median',24,'x'))+0.0161):(pick('median',24,'low')):(0):(pick('median',24,'high')-pick('median',24,'low')) \
    with vectors nohead lw 1 lc rgb '#90A0A0A0', \
  'panels.tsv' using (place(pick('seed',24,'x'))+0.0161):(pick('seed',24,'value')) with points pt 7 ps 0.3 lc rgb '#50A0A0A0', \
  'panels.tsv' using (place(pick('median',19,'x'))):(pick('median',19,'value')) with lines lw 2 dt 1 lc rgb '#56B4E9', \
  'panels.tsv' using (place(pick('median',19,'x'))):(fit(19)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#56B4E9', \
  'panels.tsv' using (place(pick('median',19,'x'))):(unfit(19)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#56B4E9', \
  'panels.tsv' using (place(pick('median',20,'x'))):(pick('median',20,'value')) with lines lw 2 dt 1 lc rgb '#000000', \
  'panels.tsv' using (place(pick('median',20,'x'))):(fit(20)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#000000', \
  'panels.tsv' using (place(pick('median',20,'x'))):(unfit(20)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#000000', \
  'panels.tsv' using (place(pick('median',21,'x'))):(pick('median',21,'value')) with lines lw 2 dt 2 lc rgb '#A0A0A0', \
  'panels.tsv' using (place(pick('median',21,'x'))):(fit(21)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#A0A0A0', \
  'panels.tsv' using (place(pick('median',21,'x'))):(unfit(21)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#A0A0A0', \
  'panels.tsv' using (place(pick('median',22,'x'))):(pick('median',22,'value')) with lines lw 2 dt 2 lc rgb '#505050', \
  'panels.tsv' using (place(pick('median',22,'x'))):(fit(22)) with points pt 11 ps 0.6 lw 1.6 lc rgb '#505050', \
  'panels.tsv' using (place(pick('median',22,'x'))):(unfit(22)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#505050', \
  'panels.tsv' using (place(pick('median',23,'x'))):(pick('median',23,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',23,'x'))):(fit(23)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#777777', \
  'panels.tsv' using (place(pick('median',24,'x'))):(pick('median',24,'value')) with lines lw 2 dt 2 lc rgb '#A0A0A0', \
  'panels.tsv' using (place(pick('median',24,'x'))):(fit(24)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#A0A0A0', \
  $guessing_6_1 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777', \
  $guessing_6_2 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777'
unset label
unset arrow
unset multiplot
