# phi_curves.svg, drawn from phi_curves.tsv. To change it, edit this file and run: gnuplot phi_curves.gp
set terminal svg size 860,451 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'phi_curves'
set output 'phi_curves.svg'
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
set rmargin at screen 0.6919
set tmargin at screen 0.8714
set bmargin at screen 0.2062
set label '{/:Bold When the rule is found}' at screen 0.0163, screen 0.9557 font ',14'
set label 'Held-out questions over two facts in distribution; grey: over two facts trained on alone only.' at screen 0.0163, screen 0.0665 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Fit: seeds that solve 99 % of their training questions. Chance: 1.5 %.' at screen 0.0163, screen 0.0333 font ',10' tc rgb '#555555'
set xrange [0:10200]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'training step' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from graph 0, first 1.5 to graph 1, first 1.5 nohead dt 3 lc rgb '#777777'
set label 'chance' at graph 0.01, first 1.5 offset 0,0.5 font ',10' tc rgb '#555555'
set arrow from 10000, 3.05 to graph 1.0686, graph 0.1550 nohead lw 0.7 lc rgb '#700072B2'
set label 'phi 3.6' at graph 1.0990, graph 0.1750 font ',12' tc rgb '#222222'
set label '3.0 %; 5 seeds, fit 5/5' at graph 1.0990, graph 0.1283 font ',10' tc rgb '#666666'
set label '' at graph 1.0800, graph 0.1550 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 10000, 73.95 to graph 1.0686, graph 0.7294 nohead lw 0.7 lc rgb '#70D55E00'
set label 'phi 7.2' at graph 1.0990, graph 0.7494 font ',12' tc rgb '#222222'
set label '74.0 %; 5 seeds, fit 5/5' at graph 1.0990, graph 0.7028 font ',10' tc rgb '#666666'
set label '' at graph 1.0800, graph 0.7294 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 10000, 97.2 to graph 1.0686, graph 0.8657 nohead lw 0.7 lc rgb '#70009E73'
set label 'phi 9' at graph 1.0990, graph 0.8857 font ',12' tc rgb '#222222'
set label '97.2 %; 5 seeds, fit 5/5' at graph 1.0990, graph 0.8390 font ',10' tc rgb '#666666'
set label '' at graph 1.0800, graph 0.8657 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set arrow from 10000, 99.85 to graph 1.0686, graph 0.9690 nohead lw 0.7 lc rgb '#70CC79A7'
set label 'phi 12.6' at graph 1.0990, graph 0.9890 font ',12' tc rgb '#222222'
set label '99.8 %; 5 seeds, fit 5/5' at graph 1.0990, graph 0.9423 font ',10' tc rgb '#666666'
set label '' at graph 1.0800, graph 0.9690 point pt 13 ps 0.9 lw 1.6 lc rgb '#CC79A7'
set arrow from 10000, 0.997506 to graph 1.0686, graph 0.0517 nohead lw 0.7 lc rgb '#70777777'
set label 'phi 12.6, out of distribution' at graph 1.0990, graph 0.0717 font ',12' tc rgb '#222222'
set label '1.0 %; 5 seeds, fit 5/5' at graph 1.0990, graph 0.0250 font ',10' tc rgb '#666666'
set label '' at graph 1.0800, graph 0.0517 point pt 11 ps 0.9 lw 1.6 lc rgb '#777777'
plot 'phi_curves.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'phi_curves.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#E4D55E00', \
  'phi_curves.tsv' using (pick('median',3,'x')):(pick('median',3,'low')):(pick('median',3,'high')) with filledcurves lc rgb '#E4009E73', \
  'phi_curves.tsv' using (pick('median',4,'x')):(pick('median',4,'low')):(pick('median',4,'high')) with filledcurves lc rgb '#E4CC79A7', \
  'phi_curves.tsv' using (pick('median',5,'x')):(pick('median',5,'low')):(pick('median',5,'high')) with filledcurves lc rgb '#F0777777', \
  'phi_curves.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'phi_curves.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90D55E00', \
  'phi_curves.tsv' using (pick('seed',3,'x')):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#90009E73', \
  'phi_curves.tsv' using (pick('seed',4,'x')):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#90CC79A7', \
  'phi_curves.tsv' using (pick('seed',5,'x')):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#90777777', \
  'phi_curves.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'phi_curves.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 1 pt 5 ps 0.6 lc rgb '#D55E00', \
  'phi_curves.tsv' using (pick('median',3,'x')):(pick('median',3,'value')) with linespoints lw 2 dt 1 pt 9 ps 0.6 lc rgb '#009E73', \
  'phi_curves.tsv' using (pick('median',4,'x')):(pick('median',4,'value')) with linespoints lw 2 dt 1 pt 13 ps 0.6 lc rgb '#CC79A7', \
  'phi_curves.tsv' using (pick('median',5,'x')):(pick('median',5,'value')) with linespoints lw 2 dt 2 pt 11 ps 0.6 lc rgb '#777777'
