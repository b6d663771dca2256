# k_cutoff.svg, drawn from k_cutoff.tsv. To change it, edit this file and run: gnuplot k_cutoff.gp
# As pdf: gnuplot -e "format='pdf'" k_cutoff.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.865in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,467 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'k_cutoff'
}
set output 'k_cutoff'.'.'.format
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
set rmargin at screen 0.7651
set tmargin at screen 0.9058
set bmargin at screen 0.2634
set label '{/:Bold Two hops, by how much evidence covers the question}' at screen 0.0163, screen 0.9572 font ',14'
set label 'Held-out items all of whose calls were seen; k: training items that show two fragments to be equivalent. 20 entities, 1,300 items, 8,000 steps of 256' at screen 0.0163, screen 0.1285 font ',10' tc rgb '#555555'
set label 'examples.' at screen 0.0163, screen 0.0964 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 73 to 859 different questions a seed. Fit: solves 99 % of its training questions.' at screen 0.0163, screen 0.0642 font ',10' tc rgb '#555555'
set label 'Guessing (dotted): 7.6 to 8.2 %.' at screen 0.0163, screen 0.0321 font ',10' tc rgb '#555555'
set xrange [0:8240]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'training step' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from graph 0, first 8.21918 to graph 1, first 8.21918 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 7.62082 to graph 1, first 7.62082 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 7.68335 to graph 1, first 7.68335 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 7.75194 to graph 1, first 7.75194 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from graph 0, first 7.56303 to graph 1, first 7.56303 nohead dt 3 lw 1.2 lc rgb '#777777'
set arrow from screen 0.7791, screen 0.4437 to screen 0.8140, screen 0.4437 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.7965, screen 0.4437 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'k = 1' at screen 0.8233, screen 0.4566 font ',12' tc rgb '#222222'
set label '27.4 %; 5 of 5 seeds fit' at screen 0.8233, screen 0.4266 font ',10' tc rgb '#666666'
set arrow from screen 0.7791, screen 0.5593 to screen 0.8140, screen 0.5593 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.7965, screen 0.5593 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'k = 2' at screen 0.8233, screen 0.5721 font ',12' tc rgb '#222222'
set label '45.9 %; 5 of 5 seeds fit' at screen 0.8233, screen 0.5421 font ',10' tc rgb '#666666'
set arrow from screen 0.7791, screen 0.6658 to screen 0.8140, screen 0.6658 nohead lw 2 dt 1 lc rgb '#009E73'
set label '' at screen 0.7965, screen 0.6658 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set label 'k = 3' at screen 0.8233, screen 0.6786 font ',12' tc rgb '#222222'
set label '63.0 %; 5 of 5 seeds fit' at screen 0.8233, screen 0.6487 font ',10' tc rgb '#666666'
set arrow from screen 0.7791, screen 0.7700 to screen 0.8140, screen 0.7700 nohead lw 2 dt 1 lc rgb '#CC79A7'
set label '' at screen 0.7965, screen 0.7700 point pt 13 ps 0.9 lw 1.6 lc rgb '#CC79A7'
set label 'k = 4' at screen 0.8233, screen 0.7828 font ',12' tc rgb '#222222'
set label '82.4 %; 5 of 5 seeds fit' at screen 0.8233, screen 0.7528 font ',10' tc rgb '#666666'
set arrow from screen 0.7791, screen 0.8406 to screen 0.8140, screen 0.8406 nohead lw 2 dt 1 lc rgb '#E69F00'
set label '' at screen 0.7965, screen 0.8406 point pt 11 ps 0.9 lw 1.6 lc rgb '#E69F00'
set label 'k = 5' at screen 0.8233, screen 0.8535 font ',12' tc rgb '#222222'
set label '88.2 %; 5 of 5 seeds fit' at screen 0.8233, screen 0.8235 font ',10' tc rgb '#666666'
set arrow from screen 0.7791, screen 0.3240 to screen 0.8140, screen 0.3240 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.8233, screen 0.3368 font ',12' tc rgb '#222222'
set label '7.6 % to 8.2 %' at screen 0.8233, screen 0.3069 font ',10' tc rgb '#666666'
plot 'k_cutoff.tsv' using (place(pick('median',1,'x'))-112.1):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'k_cutoff.tsv' using (place(pick('seed',1,'x'))-112.1):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'k_cutoff.tsv' using (place(pick('median',2,'x'))-56.05):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'k_cutoff.tsv' using (place(pick('seed',2,'x'))-56.05):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'k_cutoff.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90009E73', \
  'k_cutoff.tsv' using (place(pick('seed',3,'x'))):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50009E73', \
  'k_cutoff.tsv' using (place(pick('median',4,'x'))+56.05):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90CC79A7', \
  'k_cutoff.tsv' using (place(pick('seed',4,'x'))+56.05):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50CC79A7', \
  'k_cutoff.tsv' using (place(pick('median',5,'x'))+112.1):(pick('median',5,'low')):(0):(pick('median',5,'high')-pick('median',5,'low')) \
    with vectors nohead lw 1 lc rgb '#90E69F00', \
  'k_cutoff.tsv' using (place(pick('seed',5,'x'))+112.1):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#50E69F00', \
  'k_cutoff.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'k_cutoff.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'k_cutoff.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'k_cutoff.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'k_cutoff.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'k_cutoff.tsv' using (place(pick('median',2,'x'))):(unfit(2)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#D55E00', \
  'k_cutoff.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 1 lc rgb '#009E73', \
  'k_cutoff.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#009E73', \
  'k_cutoff.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#009E73', \
  'k_cutoff.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 1 lc rgb '#CC79A7', \
  'k_cutoff.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#CC79A7', \
  'k_cutoff.tsv' using (place(pick('median',4,'x'))):(unfit(4)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#CC79A7', \
  'k_cutoff.tsv' using (place(pick('median',5,'x'))):(pick('median',5,'value')) with lines lw 2 dt 1 lc rgb '#E69F00', \
  'k_cutoff.tsv' using (place(pick('median',5,'x'))):(fit(5)) with points pt 11 ps 0.6 lw 1.6 lc rgb '#E69F00', \
  'k_cutoff.tsv' using (place(pick('median',5,'x'))):(unfit(5)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#E69F00'
