# panels.svg, drawn from panels.tsv. To change it, edit this file and run: gnuplot panels.gp
# As pdf: gnuplot -e "format='pdf'" panels.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,7.281in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,699 fixed enhanced background 'white' \
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
set tmargin at screen 0.9371
set bmargin at screen 0.3019
set label '{/:Bold Exact match by what training may show, at equal examples, steps and lengths}' at screen 0.0163, screen 0.9714 font ',14'
set label 'Asked: 10 items, 12 bits, 4 blocks, commands of at most two sentences, held-out items all of whose calls training shows. At each point of a panel training' at screen 0.0163, screen 0.2146 font ',10' tc rgb '#555555'
set label 'takes as many steps of as many examples, as long. Trained for 3,000 steps (Two hops, non-tree: k-cutoffs: 8,000).' at screen 0.0163, screen 0.1931 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 299 to 2,000 different questions a seed. Fit: solves 99 % of its training' at screen 0.0163, screen 0.1717 font ',10' tc rgb '#555555'
set label 'questions. Guessing (dotted): 0.3 to 0.7 %.' at screen 0.0163, screen 0.1502 font ',10' tc rgb '#555555'
set label 'Not run: Parity, scratchpad: numbers of ones: a piece never shown; Parity, scratchpad: numbers of ones: all pieces shown; Parity, scratchpad: numbers of' at screen 0.0163, screen 0.1288 font ',10' tc rgb '#555555'
set label 'ones: as many questions left out; Blocksworld: this block on that: a piece never shown; Blocksworld: this block on that: all pieces shown; Blocksworld:' at screen 0.0163, screen 0.1073 font ',10' tc rgb '#555555'
set label 'this block on that: as many questions left out; Blocksworld: this block at a height: a piece never shown; Blocksworld: this block at a height: all pieces' at screen 0.0163, screen 0.0858 font ',10' tc rgb '#555555'
set label 'shown; Blocksworld: this block at a height: as many questions left out; SCAN: verbs in their frames: a piece never shown; SCAN: verbs in their frames: all' at screen 0.0163, screen 0.0644 font ',10' tc rgb '#555555'
set label 'pieces shown; SCAN: verbs in their frames: as many questions left out; SCAN: verbs in their frames: jump shown alone; Two hops, non-tree: k-cutoffs: two' at screen 0.0163, screen 0.0429 font ',10' tc rgb '#555555'
set label 'hops; Two hops, non-tree: k-cutoffs: non-tree.' at screen 0.0163, screen 0.0215 font ',10' tc rgb '#555555'
set arrow from screen 0.0163, screen 0.2790 to screen 0.0512, screen 0.2790 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.0337, screen 0.2790 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'a piece never shown' at screen 0.0605, screen 0.2790 font ',11' tc rgb '#222222'
set arrow from screen 0.2319, screen 0.2790 to screen 0.2667, screen 0.2790 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.2493, screen 0.2790 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'the same, a hint keeping to it' at screen 0.2760, screen 0.2790 font ',11' tc rgb '#222222'
set arrow from screen 0.5319, screen 0.2790 to screen 0.5667, screen 0.2790 nohead lw 2 dt 1 lc rgb '#009E73'
set label '' at screen 0.5493, screen 0.2790 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set label 'the same, a hint showing all' at screen 0.5760, screen 0.2790 font ',11' tc rgb '#222222'
set arrow from screen 0.8165, screen 0.2790 to screen 0.8514, screen 0.2790 nohead lw 2 dt 1 lc rgb '#CC79A7'
set label '' at screen 0.8340, screen 0.2790 point pt 13 ps 0.9 lw 1.6 lc rgb '#CC79A7'
set label 'all pieces shown' at screen 0.8607, screen 0.2790 font ',11' tc rgb '#222222'
set arrow from screen 0.0163, screen 0.2504 to screen 0.0512, screen 0.2504 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.0337, screen 0.2504 point pt 11 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'as many questions left out' at screen 0.0605, screen 0.2504 font ',11' tc rgb '#222222'
set arrow from screen 0.2856, screen 0.2504 to screen 0.3205, screen 0.2504 nohead lw 2 dt 2 lc rgb '#A0A0A0'
set label '' at screen 0.3030, screen 0.2504 point pt 13 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label 'two hops, symbolic learner, k = 2' at screen 0.3298, screen 0.2504 font ',11' tc rgb '#222222'
set multiplot

set lmargin at screen 0.0651
set rmargin at screen 0.3558
set tmargin at screen 0.9027
set bmargin at screen 0.6881
set xrange [0.1775:0.9725]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share that training may show' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'share of the pairs' font ',10'
set format y '%g'
set label 'Sorting: neighbouring pairs' at screen 0.0651, screen 0.9185 font ',12' tc rgb '#222222'
plot 'panels.tsv' using (place(pick('median',1,'x'))-0.01669):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'panels.tsv' using (place(pick('seed',1,'x'))-0.01669):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'panels.tsv' using (place(pick('median',2,'x'))-0.008347):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'panels.tsv' using (place(pick('seed',2,'x'))-0.008347):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'panels.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90009E73', \
  'panels.tsv' using (place(pick('seed',3,'x'))):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50009E73', \
  'panels.tsv' using (place(pick('median',4,'x'))+0.008347):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90CC79A7', \
  'panels.tsv' using (place(pick('seed',4,'x'))+0.008347):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50CC79A7', \
  'panels.tsv' using (place(pick('median',5,'x'))+0.01669):(pick('median',5,'low')):(0):(pick('median',5,'high')-pick('median',5,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'panels.tsv' using (place(pick('seed',5,'x'))+0.01669):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
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
set tmargin at screen 0.9027
set bmargin at screen 0.6881
set xrange [0.1775:0.9725]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share that training may show' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'share of the numbers of ones' font ',10'
set format y ''
unset ylabel
set label 'Parity, scratchpad: numbers of ones' at screen 0.3791, screen 0.9185 font ',12' tc rgb '#222222'

unset label
unset arrow

set lmargin at screen 0.6930
set rmargin at screen 0.9837
set tmargin at screen 0.9027
set bmargin at screen 0.6881
set xrange [0.1775:0.9725]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share that training may show' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'share of the wanted facts' font ',10'
set format y ''
unset ylabel
set label 'Blocksworld: this block on that' at screen 0.6930, screen 0.9185 font ',12' tc rgb '#222222'

unset label
unset arrow

set lmargin at screen 0.0651
set rmargin at screen 0.3558
set tmargin at screen 0.5851
set bmargin at screen 0.3705
set xrange [0.1775:0.9725]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share that training may show' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'share of the names at a height' font ',10'
set format y '%g'
set label 'Blocksworld: this block at a height' at screen 0.0651, screen 0.6009 font ',12' tc rgb '#222222'

unset label
unset arrow

set lmargin at screen 0.3791
set rmargin at screen 0.6698
set tmargin at screen 0.5851
set bmargin at screen 0.3705
set xrange [0.1775:0.9725]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share that training may show' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'share of the verbs in frames' font ',10'
set format y ''
unset ylabel
set label 'SCAN: verbs in their frames' at screen 0.3791, screen 0.6009 font ',12' tc rgb '#222222'

unset label
unset arrow

set lmargin at screen 0.6930
set rmargin at screen 0.9837
set tmargin at screen 0.5851
set bmargin at screen 0.3705
set xrange [0.1775:0.9725]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share that training may show' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set xlabel 'share with k of 2 or more' font ',10'
set format y ''
unset ylabel
set label 'Two hops, non-tree: k-cutoffs' at screen 0.6930, screen 0.6009 font ',12' tc rgb '#222222'
plot 'panels.tsv' using (place(pick('median',21,'x'))):(pick('median',21,'low')):(0):(pick('median',21,'high')-pick('median',21,'low')) \
    with vectors nohead lw 1 lc rgb '#90A0A0A0', \
  'panels.tsv' using (place(pick('seed',21,'x'))):(pick('seed',21,'value')) with points pt 7 ps 0.3 lc rgb '#50A0A0A0', \
  'panels.tsv' using (place(pick('median',21,'x'))):(pick('median',21,'value')) with lines lw 2 dt 2 lc rgb '#A0A0A0', \
  'panels.tsv' using (place(pick('median',21,'x'))):(fit(21)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#A0A0A0'
unset label
unset arrow
unset multiplot
