# sorting.svg, drawn from sorting.tsv. To change it, edit this file and run: gnuplot sorting.gp
# As pdf: gnuplot -e "format='pdf'" sorting.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.865in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,467 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'sorting'
}
set output 'sorting'.'.'.format
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
set rmargin at screen 0.5581
set tmargin at screen 0.9058
set bmargin at screen 0.2634
set label '{/:Bold Sorting, by the share of neighbouring pairs that training shows}' at screen 0.0163, screen 0.9572 font ',14'
set label 'Lists of 2 to 10 of 40 values; pairs of different values that are neighbours in the sorted list. 64 examples a step, whatever the share. Trained for 3,000' at screen 0.0163, screen 0.1285 font ',10' tc rgb '#555555'
set label 'steps.' at screen 0.0163, screen 0.0964 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 299 to 300 different questions a seed. Fit: solves 99 % of its training questions' at screen 0.0163, screen 0.0642 font ',10' tc rgb '#555555'
set label '(2 to 10). Guessing (dotted): 0.3 to 0.7 %.' at screen 0.0163, screen 0.0321 font ',10' tc rgb '#555555'
set xrange [0.2805:0.9695]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share of the pairs, or of the questions, that training may show' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from screen 0.5721, screen 0.7362 to screen 0.6070, screen 0.7362 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.5895, screen 0.7362 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label '6 items, a pair never shown' at screen 0.6163, screen 0.7490 font ',12' tc rgb '#222222'
set label '87.7 %; 25 of 25 runs fit' at screen 0.6163, screen 0.7191 font ',10' tc rgb '#666666'
set arrow from screen 0.5721, screen 0.6655 to screen 0.6070, screen 0.6655 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.5895, screen 0.6655 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label '10 items, a pair never shown' at screen 0.6163, screen 0.6784 font ',12' tc rgb '#222222'
set label '79.3 %; 25 of 25 runs fit' at screen 0.6163, screen 0.6484 font ',10' tc rgb '#666666'
set arrow from screen 0.5721, screen 0.8069 to screen 0.6070, screen 0.8069 nohead lw 2 dt 1 lc rgb '#009E73'
set label '' at screen 0.5895, screen 0.8069 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set label '10 items, all pairs shown' at screen 0.6163, screen 0.8197 font ',12' tc rgb '#222222'
set label '100 %; 25 of 25 runs fit' at screen 0.6163, screen 0.7897 font ',10' tc rgb '#666666'
set arrow from screen 0.5721, screen 0.8775 to screen 0.6070, screen 0.8775 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.5895, screen 0.8775 point pt 13 ps 0.9 lw 1.6 lc rgb '#777777'
set label '10 items, questions left out in place of pairs' at screen 0.6163, screen 0.8904 font ',12' tc rgb '#222222'
set label '100 %; 25 of 25 runs fit' at screen 0.6163, screen 0.8604 font ',10' tc rgb '#666666'
plot 'sorting.tsv' using (place(pick('median',1,'x'))-0.01008):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'sorting.tsv' using (place(pick('seed',1,'x'))-0.01008):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'sorting.tsv' using (place(pick('median',2,'x'))-0.003361):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'sorting.tsv' using (place(pick('seed',2,'x'))-0.003361):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'sorting.tsv' using (place(pick('median',3,'x'))+0.003361):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90009E73', \
  'sorting.tsv' using (place(pick('seed',3,'x'))+0.003361):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50009E73', \
  'sorting.tsv' using (place(pick('median',4,'x'))+0.01008):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'sorting.tsv' using (place(pick('seed',4,'x'))+0.01008):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'sorting.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'sorting.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'sorting.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'sorting.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'sorting.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'sorting.tsv' using (place(pick('median',2,'x'))):(unfit(2)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#D55E00', \
  'sorting.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 1 lc rgb '#009E73', \
  'sorting.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#009E73', \
  'sorting.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#009E73', \
  'sorting.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'sorting.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#777777', \
  'sorting.tsv' using (place(pick('median',4,'x'))):(unfit(4)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777'
