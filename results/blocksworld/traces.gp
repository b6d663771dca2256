# traces.svg, drawn from traces.tsv. To change it, edit this file and run: gnuplot traces.gp
# As pdf: gnuplot -e "format='pdf'" traces.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.854in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,466 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'traces'
}
set output 'traces'.'.'.format
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
set tmargin at screen 0.8755
set bmargin at screen 0.2318
set label '{/:Bold Plans that work, by what is written before them}' at screen 0.0163, screen 0.9571 font ',14'
set label 'From the table to one tower. A plan is right if it can be done and ends with the goal met; found by greedy decoding. Trained for 6,000 steps.' at screen 0.0163, screen 0.0966 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 64 to 500 different questions a seed. Fit: solves 99 % of its training questions (2' at screen 0.0163, screen 0.0644 font ',10' tc rgb '#555555'
set label 'to 6). Dotted, crosses: most do not fit, so this is no failure to generalize. Guessing (dotted): 0.2 to 1.6 %. No mark: not above guessing.' at screen 0.0163, screen 0.0322 font ',10' tc rgb '#555555'
set xrange [0:10.3]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'blocks to stack' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set object rectangle from 2, graph 0 to 6, graph 1 behind \
  fc rgb '#f0f0f0' fs solid noborder
set label 'trained on 2 to 6' at 2, graph 1.035 font ',10' tc rgb '#555555'
$guessing_1 << EOD
x	level
2	1.5625
3	0.4
4	0.4
5	0.2
6	0.2
7	0.2
8	0.2
9	0.2
10	0.2
EOD
$guessing_2 << EOD
x	level
2	1.5625
3	0.4
4	0.4
5	0.2
6	0.2
7	0.2
8	0.2
9	0.2
10	0.2
EOD
$guessing_3 << EOD
x	level
2	1.5625
3	0.4
4	0.4
5	0.2
6	0.2
7	0.2
8	0.2
9	0.2
10	0.2
EOD
$guessing_4 << EOD
x	level
2	1.5625
3	0.4
4	0.2
5	0.2
6	0.2
7	0.2
8	0.2
9	0.2
10	0.2
EOD
$guessing_5 << EOD
x	level
2	1.5625
3	0.4
4	0.4
5	0.2
6	0.2
7	0.2
8	0.2
9	0.2
10	0.2
EOD
set arrow from screen 0.6465, screen 0.6212 to screen 0.6814, screen 0.6212 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.6640, screen 0.6212 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'plan only' at screen 0.6907, screen 0.6341 font ',12' tc rgb '#222222'
set label '0.2 %; 4 of 5 seeds fit; not above guessing' at screen 0.6907, screen 0.6041 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.4088 to screen 0.6814, screen 0.4088 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.6640, screen 0.4088 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'stacking' at screen 0.6907, screen 0.4217 font ',12' tc rgb '#222222'
set label '0 %; 5 of 5 seeds fit' at screen 0.6907, screen 0.3916 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.4796 to screen 0.6814, screen 0.4796 nohead lw 2 dt 1 lc rgb '#009E73'
set label '' at screen 0.6640, screen 0.4796 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set label 'universal' at screen 0.6907, screen 0.4925 font ',12' tc rgb '#222222'
set label '0 %; 5 of 5 seeds fit' at screen 0.6907, screen 0.4624 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.3380 to screen 0.6814, screen 0.3380 nohead lw 2 dt 3 lc rgb '#777777'
set label '' at screen 0.6640, screen 0.3380 point pt 2 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'stacking, of other blocks' at screen 0.6907, screen 0.3509 font ',12' tc rgb '#222222'
set label '0 %; 1 of 5 seeds fit' at screen 0.6907, screen 0.3208 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.2672 to screen 0.6814, screen 0.2672 nohead lw 2 dt 3 lc rgb '#A0A0A0'
set label '' at screen 0.6640, screen 0.2672 point pt 1 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label 'empty tokens' at screen 0.6907, screen 0.2800 font ',12' tc rgb '#222222'
set label '0 %; 2 of 5 seeds fit' at screen 0.6907, screen 0.2500 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.5504 to screen 0.6814, screen 0.5504 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.6907, screen 0.5633 font ',12' tc rgb '#222222'
set label '0.2 % to 1.6 %' at screen 0.6907, screen 0.5333 font ',10' tc rgb '#666666'
plot 'traces.tsv' using (place(pick('median',1,'x'))-0.1738):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'traces.tsv' using (place(pick('seed',1,'x'))-0.1738):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'traces.tsv' using (place(pick('median',2,'x'))-0.08692):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'traces.tsv' using (place(pick('seed',2,'x'))-0.08692):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'traces.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90009E73', \
  'traces.tsv' using (place(pick('seed',3,'x'))):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50009E73', \
  'traces.tsv' using (place(pick('median',4,'x'))+0.08692):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'traces.tsv' using (place(pick('seed',4,'x'))+0.08692):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'traces.tsv' using (place(pick('median',5,'x'))+0.1738):(pick('median',5,'low')):(0):(pick('median',5,'high')-pick('median',5,'low')) \
    with vectors nohead lw 1 lc rgb '#90A0A0A0', \
  'traces.tsv' using (place(pick('seed',5,'x'))+0.1738):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#50A0A0A0', \
  'traces.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'traces.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'traces.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'traces.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'traces.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'traces.tsv' using (place(pick('median',2,'x'))):(unfit(2)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#D55E00', \
  'traces.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 1 lc rgb '#009E73', \
  'traces.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#009E73', \
  'traces.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#009E73', \
  'traces.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 3 lc rgb '#777777', \
  'traces.tsv' using (place(pick('median',4,'x'))):(unfit(4)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777', \
  'traces.tsv' using (place(pick('median',5,'x'))):(pick('median',5,'value')) with lines lw 2 dt 3 lc rgb '#A0A0A0', \
  'traces.tsv' using (place(pick('median',5,'x'))):(unfit(5)) with points pt 1 ps 0.7 lw 1.6 lc rgb '#A0A0A0', \
  $guessing_1 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777', \
  $guessing_2 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777', \
  $guessing_3 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777', \
  $guessing_4 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777', \
  $guessing_5 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777'
