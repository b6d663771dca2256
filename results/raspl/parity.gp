# parity.svg, drawn from parity.tsv. To change it, edit this file and run: gnuplot parity.gp
# As pdf: gnuplot -e "format='pdf'" parity.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.854in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,466 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'parity'
}
set output 'parity'.'.'.format
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
set tmargin at screen 0.8755
set bmargin at screen 0.2318
set label '{/:Bold Parity, plain and with its steps written out}' at screen 0.0163, screen 0.9571 font ',14'
set label 'With a scratchpad the whole of it must be right, too. 64 examples a step. Trained for 10,000 steps.' at screen 0.0163, screen 0.0966 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 118 to 500 different questions a seed. Fit: solves 99 % of its training questions' at screen 0.0163, screen 0.0644 font ',10' tc rgb '#555555'
set label '(1 to 20). Guessing (dotted): 0.2 to 56.8 %. No mark: not above guessing.' at screen 0.0163, screen 0.0322 font ',10' tc rgb '#555555'
set xrange [0:41.2]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'bits' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set object rectangle from 1, graph 0 to 20, graph 1 behind \
  fc rgb '#f0f0f0' fs solid noborder
set label 'trained on 1 to 20' at 1, graph 1.035 font ',10' tc rgb '#555555'
$guessing_1 << EOD
x	level
10	24.6094
20	18.6
25	16.8
30	15.2
40	15
EOD
$guessing_2 << EOD
x	level
10	53.7815
20	50.2
25	56.8
30	51.4
40	50.6
EOD
set arrow from screen 0.6395, screen 0.2672 to screen 0.6744, screen 0.2672 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.6570, screen 0.2672 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'hints and scratchpad' at screen 0.6837, screen 0.2800 font ',12' tc rgb '#222222'
set label '0 %; 5 of 5 seeds fit' at screen 0.6837, screen 0.2500 font ',10' tc rgb '#666666'
set arrow from screen 0.6395, screen 0.8472 to screen 0.6744, screen 0.8472 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.6570, screen 0.8472 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'scratchpad' at screen 0.6837, screen 0.8601 font ',12' tc rgb '#222222'
set label '98.8 %; 5 of 5 seeds fit' at screen 0.6837, screen 0.8300 font ',10' tc rgb '#666666'
set arrow from screen 0.6395, screen 0.5147 to screen 0.6744, screen 0.5147 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.6570, screen 0.5147 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'plain' at screen 0.6837, screen 0.5276 font ',12' tc rgb '#222222'
set label '48.2 %; 5 of 5 seeds fit; not above guessing' at screen 0.6837, screen 0.4976 font ',10' tc rgb '#666666'
set arrow from screen 0.6395, screen 0.3380 to screen 0.6744, screen 0.3380 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing of scratchpad' at screen 0.6837, screen 0.3509 font ',12' tc rgb '#222222'
set label '15.0 % to 24.6 %' at screen 0.6837, screen 0.3208 font ',10' tc rgb '#666666'
set arrow from screen 0.6395, screen 0.5856 to screen 0.6744, screen 0.5856 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing of plain' at screen 0.6837, screen 0.5984 font ',12' tc rgb '#222222'
set label '50.2 % to 56.8 %' at screen 0.6837, screen 0.5684 font ',10' tc rgb '#666666'
plot 'parity.tsv' using (place(pick('median',1,'x'))-0.3521):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'parity.tsv' using (place(pick('seed',1,'x'))-0.3521):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'parity.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'parity.tsv' using (place(pick('seed',2,'x'))):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'parity.tsv' using (place(pick('median',3,'x'))+0.3521):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'parity.tsv' using (place(pick('seed',3,'x'))+0.3521):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'parity.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'parity.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'parity.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'parity.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'parity.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'parity.tsv' using (place(pick('median',2,'x'))):(unfit(2)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#D55E00', \
  'parity.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'parity.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#777777', \
  'parity.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777', \
  $guessing_1 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777', \
  $guessing_2 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777'
