# boolean_and.svg, drawn from boolean_and.tsv. To change it, edit this file and run: gnuplot boolean_and.gp
set terminal svg size 860,481 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'boolean_and'
set output 'boolean_and.svg'
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
set rmargin at screen 0.7651
set tmargin at screen 0.8794
set bmargin at screen 0.2557
set label '{/:Bold The AND of places that were constant in training}' at screen 0.0163, screen 0.9584 font ',14'
set label 'The interpolator of least degree leaves out what is constant in training, so it is wrong on every question whose only zero is in a new place: computed,' at screen 0.0163, screen 0.1247 font ',10' tc rgb '#555555'
set label 'not the paper''s number.' at screen 0.0163, screen 0.0936 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Fit: seeds that solve 99 % of their training questions (15 to 15). Chance: 50.0 %.' at screen 0.0163, screen 0.0624 font ',10' tc rgb '#555555'
set label 'Open marks: numbers of Zhou et al. 2023 (arXiv 2310.16028).' at screen 0.0163, screen 0.0312 font ',10' tc rgb '#555555'
set xrange [0:20.4]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'places that may hold a zero (15 in training)' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set object rectangle from 15, graph 0 to 15, graph 1 behind \
  fc rgb '#f0f0f0' fs solid noborder
set label 'trained on 15 to 15' at 15, graph 1.035 font ',10' tc rgb '#555555'
set arrow from graph 0, first 50 to graph 1, first 50 nohead dt 3 lc rgb '#777777'
set label 'chance' at graph 0.01, first 50 offset 0,0.5 font ',10' tc rgb '#555555'
set arrow from 20, 100 to graph 1.0612, graph 0.9690 nohead lw 0.7 lc rgb '#700072B2'
set label 'transformer' at graph 1.0884, graph 0.9890 font ',12' tc rgb '#222222'
set label '100 %; 5 seeds, fit 5/5' at graph 1.0884, graph 0.9423 font ',10' tc rgb '#666666'
set label '' at graph 1.0714, graph 0.9690 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 16, 96.9 to graph 1.0612, graph 0.8657 nohead lw 0.7 lc rgb '#700072B2'
set label 'paper: 96.9 %' at graph 1.0884, graph 0.8857 font ',12' tc rgb '#222222'
set label 'computed' at graph 1.0884, graph 0.8390 font ',10' tc rgb '#666666'
set label '' at graph 1.0714, graph 0.8657 point pt 6 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 17, 94.1 to graph 1.0612, graph 0.7623 nohead lw 0.7 lc rgb '#700072B2'
set label 'paper: 94.1 %' at graph 1.0884, graph 0.7823 font ',12' tc rgb '#222222'
set label 'computed' at graph 1.0884, graph 0.7357 font ',10' tc rgb '#666666'
set label '' at graph 1.0714, graph 0.7623 point pt 6 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 18, 91.7 to graph 1.0612, graph 0.6590 nohead lw 0.7 lc rgb '#700072B2'
set label 'paper: 91.7 %' at graph 1.0884, graph 0.6790 font ',12' tc rgb '#222222'
set label 'computed' at graph 1.0884, graph 0.6323 font ',10' tc rgb '#666666'
set label '' at graph 1.0714, graph 0.6590 point pt 6 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 19, 89.5 to graph 1.0612, graph 0.5557 nohead lw 0.7 lc rgb '#700072B2'
set label 'paper: 89.5 %' at graph 1.0884, graph 0.5757 font ',12' tc rgb '#222222'
set label 'computed' at graph 1.0884, graph 0.5290 font ',10' tc rgb '#666666'
set label '' at graph 1.0714, graph 0.5557 point pt 6 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 20, 87.5 to graph 1.0612, graph 0.4523 nohead lw 0.7 lc rgb '#700072B2'
set label 'paper: 87.5 %' at graph 1.0884, graph 0.4723 font ',12' tc rgb '#222222'
set label 'computed' at graph 1.0884, graph 0.4257 font ',10' tc rgb '#666666'
set label '' at graph 1.0714, graph 0.4523 point pt 6 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label '' at 16, 96.9 point pt 6 ps 1.2 lw 2 lc rgb '#0072B2' front
set label '' at 17, 94.1 point pt 6 ps 1.2 lw 2 lc rgb '#0072B2' front
set label '' at 18, 91.7 point pt 6 ps 1.2 lw 2 lc rgb '#0072B2' front
set label '' at 19, 89.5 point pt 6 ps 1.2 lw 2 lc rgb '#0072B2' front
set label '' at 20, 87.5 point pt 6 ps 1.2 lw 2 lc rgb '#0072B2' front
plot 'boolean_and.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'boolean_and.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'boolean_and.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2'
