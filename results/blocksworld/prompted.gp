# prompted.svg, drawn from prompted.tsv. To change it, edit this file and run: gnuplot prompted.gp
# As pdf: gnuplot -e "format='pdf'" prompted.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,5.167in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,496 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'prompted'
}
set output 'prompted'.'.'.format
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
set tmargin at screen 0.8831
set bmargin at screen 0.2782
set label '{/:Bold Trained small models beside a prompted large one}' at screen 0.0163, screen 0.9597 font ',14'
set label 'From the table to one tower. Different questions: GPT-4 was never trained on them and sees two examples of 2 and 3 blocks at most; 15 problems a height (6' at screen 0.0163, screen 0.1512 font ',10' tc rgb '#555555'
set label 'at three blocks), of its stacking questions a quarter list the goal in plan order. Trained for 6,000 steps.' at screen 0.0163, screen 0.1210 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 64 to 500 different questions a seed. Fit: solves 99 % of its training questions (2' at screen 0.0163, screen 0.0907 font ',10' tc rgb '#555555'
set label 'to 6). Guessing (dotted): 0.2 to 1.6 %. No mark: not above guessing.' at screen 0.0163, screen 0.0605 font ',10' tc rgb '#555555'
set label 'Open marks: numbers of Stechly et al. 2024 (arXiv 2405.04776).' at screen 0.0163, screen 0.0302 font ',10' tc rgb '#555555'
set xrange [0:20.6]
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
set arrow from screen 0.6465, screen 0.5776 to screen 0.6814, screen 0.5776 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.6640, screen 0.5776 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'trained: plan only' at screen 0.6907, screen 0.5897 font ',12' tc rgb '#222222'
set label '0.2 %; 4 of 5 seeds fit; not above guessing' at screen 0.6907, screen 0.5615 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.4446 to screen 0.6814, screen 0.4446 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.6640, screen 0.4446 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'trained: stacking' at screen 0.6907, screen 0.4567 font ',12' tc rgb '#222222'
set label '0 %; 5 of 5 seeds fit' at screen 0.6907, screen 0.4284 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.6442 to screen 0.6814, screen 0.6442 nohead lw 2 dt 2 lc rgb '#009E73'
set label '' at screen 0.6640, screen 0.6442 point pt 8 ps 0.9 lw 1.6 lc rgb '#009E73'
set label 'GPT-4, examples of stacking' at screen 0.6907, screen 0.6562 font ',12' tc rgb '#222222'
set label '26.7 %; paper, recounted from released logs' at screen 0.6907, screen 0.6280 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.3780 to screen 0.6814, screen 0.3780 nohead lw 2 dt 2 lc rgb '#CC79A7'
set label '' at screen 0.6640, screen 0.3780 point pt 12 ps 0.9 lw 1.6 lc rgb '#CC79A7'
set label 'GPT-4, examples of plans' at screen 0.6907, screen 0.3901 font ',12' tc rgb '#222222'
set label '0 %; paper, recounted from released logs' at screen 0.6907, screen 0.3619 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.3115 to screen 0.6814, screen 0.3115 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.6640, screen 0.3115 point pt 10 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'GPT-4, no example' at screen 0.6907, screen 0.3236 font ',12' tc rgb '#222222'
set label '0 %; paper, recounted from released logs' at screen 0.6907, screen 0.2954 font ',10' tc rgb '#666666'
set arrow from screen 0.6465, screen 0.5111 to screen 0.6814, screen 0.5111 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.6907, screen 0.5232 font ',12' tc rgb '#222222'
set label '0.2 % to 1.6 %' at screen 0.6907, screen 0.4950 font ',10' tc rgb '#666666'
plot 'prompted.tsv' using (place(pick('median',1,'x'))-0.08692):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'prompted.tsv' using (place(pick('seed',1,'x'))-0.08692):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'prompted.tsv' using (place(pick('median',2,'x'))+0.08692):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'prompted.tsv' using (place(pick('seed',2,'x'))+0.08692):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'prompted.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'prompted.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'prompted.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'prompted.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'prompted.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'prompted.tsv' using (place(pick('median',2,'x'))):(unfit(2)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#D55E00', \
  'prompted.tsv' using (place(pick('curve',3,'x'))):(pick('curve',3,'value')) with linespoints lw 1.5 dt 2 pt 8 ps 0.8 lc rgb '#009E73', \
  'prompted.tsv' using (place(pick('curve',4,'x'))):(pick('curve',4,'value')) with linespoints lw 1.5 dt 2 pt 12 ps 0.8 lc rgb '#CC79A7', \
  'prompted.tsv' using (place(pick('curve',5,'x'))):(pick('curve',5,'value')) with linespoints lw 1.5 dt 2 pt 10 ps 0.8 lc rgb '#777777', \
  $guessing_1 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777'
