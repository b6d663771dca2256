# k_cutoff.svg, drawn from k_cutoff.tsv. To change it, edit this file and run: gnuplot k_cutoff.gp
set terminal svg size 860,451 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'k_cutoff'
set output 'k_cutoff.svg'
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the rows of one kind (median, seed, paper) of series n
pick(kind, n, name) = \
  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN
unset key
set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out scale 0.5 textcolor rgb '#222222'
set xtics offset 0,0.4
set style fill solid noborder
set lmargin at screen 0.0814
set rmargin at screen 0.7570
set tmargin at screen 0.8714
set bmargin at screen 0.2062
set label '{/:Bold Two hops, by how much evidence covers the question}' at screen 0.0163, screen 0.9557 font ',14'
set label 'Held-out items all of whose calls were seen; k: training items that show two fragments to be equivalent. 20 entities, 1,300 items, 8,000 steps of 256.' at screen 0.0163, screen 0.0665 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Fit: seeds that solve 99 % of their training questions. Chance: 7.3 %.' at screen 0.0163, screen 0.0333 font ',10' tc rgb '#555555'
set xrange [0:8160]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'training step' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from graph 0, first 7.3 to graph 1, first 7.3 nohead dt 3 lc rgb '#777777'
set label 'chance' at graph 0.01, first 7.3 offset 0,0.5 font ',10' tc rgb '#555555'
set arrow from 8000, 27.3973 to graph 1.0620, graph 0.2794 nohead lw 0.7 lc rgb '#700072B2'
set label 'k = 1' at graph 1.0895, graph 0.2994 font ',12' tc rgb '#222222'
set label '27.4 %; 5 seeds, fit 5/5' at graph 1.0895, graph 0.2527 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.2794 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 8000, 45.9108 to graph 1.0620, graph 0.4584 nohead lw 0.7 lc rgb '#70D55E00'
set label 'k = 2' at graph 1.0895, graph 0.4784 font ',12' tc rgb '#222222'
set label '45.9 %; 5 seeds, fit 5/5' at graph 1.0895, graph 0.4317 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.4584 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 8000, 62.9802 to graph 1.0620, graph 0.6234 nohead lw 0.7 lc rgb '#70009E73'
set label 'k = 3' at graph 1.0895, graph 0.6434 font ',12' tc rgb '#222222'
set label '63.0 %; 5 seeds, fit 5/5' at graph 1.0895, graph 0.5967 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.6234 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set arrow from 8000, 82.4289 to graph 1.0620, graph 0.7878 nohead lw 0.7 lc rgb '#70CC79A7'
set label 'k = 4' at graph 1.0895, graph 0.8078 font ',12' tc rgb '#222222'
set label '82.4 %; 5 seeds, fit 5/5' at graph 1.0895, graph 0.7612 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.7878 point pt 13 ps 0.9 lw 1.6 lc rgb '#CC79A7'
set arrow from 8000, 88.2353 to graph 1.0620, graph 0.8912 nohead lw 0.7 lc rgb '#70E69F00'
set label 'k = 5' at graph 1.0895, graph 0.9112 font ',12' tc rgb '#222222'
set label '88.2 %; 5 seeds, fit 5/5' at graph 1.0895, graph 0.8645 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.8912 point pt 11 ps 0.9 lw 1.6 lc rgb '#E69F00'
plot 'k_cutoff.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'k_cutoff.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#E4D55E00', \
  'k_cutoff.tsv' using (pick('median',3,'x')):(pick('median',3,'low')):(pick('median',3,'high')) with filledcurves lc rgb '#E4009E73', \
  'k_cutoff.tsv' using (pick('median',4,'x')):(pick('median',4,'low')):(pick('median',4,'high')) with filledcurves lc rgb '#E4CC79A7', \
  'k_cutoff.tsv' using (pick('median',5,'x')):(pick('median',5,'low')):(pick('median',5,'high')) with filledcurves lc rgb '#E4E69F00', \
  'k_cutoff.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'k_cutoff.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90D55E00', \
  'k_cutoff.tsv' using (pick('seed',3,'x')):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#90009E73', \
  'k_cutoff.tsv' using (pick('seed',4,'x')):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#90CC79A7', \
  'k_cutoff.tsv' using (pick('seed',5,'x')):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#90E69F00', \
  'k_cutoff.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'k_cutoff.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 1 pt 5 ps 0.6 lc rgb '#D55E00', \
  'k_cutoff.tsv' using (pick('median',3,'x')):(pick('median',3,'value')) with linespoints lw 2 dt 1 pt 9 ps 0.6 lc rgb '#009E73', \
  'k_cutoff.tsv' using (pick('median',4,'x')):(pick('median',4,'value')) with linespoints lw 2 dt 1 pt 13 ps 0.6 lc rgb '#CC79A7', \
  'k_cutoff.tsv' using (pick('median',5,'x')):(pick('median',5,'value')) with linespoints lw 2 dt 1 pt 11 ps 0.6 lc rgb '#E69F00'
