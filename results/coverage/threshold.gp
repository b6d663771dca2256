# threshold.svg, drawn from threshold.tsv. To change it, edit this file and run: gnuplot threshold.gp
set terminal svg size 860,481 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'threshold'
set output 'threshold.svg'
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
set rmargin at screen 0.6593
set tmargin at screen 0.8794
set bmargin at screen 0.2557
set label '{/:Bold Items needed to answer what could be answered}' at screen 0.0163, screen 0.9584 font ',14'
set label 'Held-out items all of whose calls were seen; functions drawn anew for each seed. Models: 8,000 steps of 256 at every size, or, at equal epochs, 4 steps an' at screen 0.0163, screen 0.1247 font ',10' tc rgb '#555555'
set label 'item. A symbolic learner answers what training covers at k and nothing else. Guessing the likeliest answer is right for 4 to 8 %.' at screen 0.0163, screen 0.0936 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Exponents: least squares through all seeds [95 % bootstrap over seeds].' at screen 0.0163, screen 0.0624 font ',10' tc rgb '#555555'
set label 'No threshold in the range searched: 3 of two hops (that x is left out).' at screen 0.0163, screen 0.0312 font ',10' tc rgb '#555555'
set logscale xy
set xrange [19.3069:37.2923]
set yrange [255.215:12302.3]
set xtics ('20' 20, '25' 25, '30' 30, '36' 36)
set ytics ('500' 500, '1000' 1000, '2000' 2000, '5000' 5000, '10000' 10000)
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'entities' offset 0,0.9
set ylabel 'training items for 99 %' offset 1,0
set arrow from 30, 6996.88 to graph 1.0724, graph 0.7623 nohead lw 0.7 lc rgb '#700072B2'
set label 'two hops' at graph 1.1046, graph 0.7823 font ',12' tc rgb '#222222'
set label 'exponent 2.71 [2.10 .. 3.21]; 5 seeds' at graph 1.1046, graph 0.7357 font ',10' tc rgb '#666666'
set label '' at graph 1.0845, graph 0.7623 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 36, 7931.21 to graph 1.0724, graph 0.8657 nohead lw 0.7 lc rgb '#70D55E00'
set label 'two hops, equal epochs' at graph 1.1046, graph 0.8857 font ',12' tc rgb '#222222'
set label 'exponent 2.26 [1.95 .. 2.57]; 5 seeds' at graph 1.1046, graph 0.8390 font ',10' tc rgb '#666666'
set label '' at graph 1.0845, graph 0.8657 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 36, 733.21 to graph 1.0724, graph 0.2725 nohead lw 0.7 lc rgb '#70009E73'
set label 'two hops, bridge written' at graph 1.1046, graph 0.2925 font ',12' tc rgb '#222222'
set label 'exponent 1.16 [0.92 .. 1.39]; 5 seeds' at graph 1.1046, graph 0.2458 font ',10' tc rgb '#666666'
set label '' at graph 1.0845, graph 0.2725 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set arrow from 36, 6090.23 to graph 1.0724, graph 0.6590 nohead lw 0.7 lc rgb '#70777777'
set label 'symbolic learner, k = 2' at graph 1.1046, graph 0.6790 font ',12' tc rgb '#222222'
set label 'exponent 2.17 [2.05 .. 2.28]; 5 seeds' at graph 1.1046, graph 0.6323 font ',10' tc rgb '#666666'
set label '' at graph 1.0845, graph 0.6590 point pt 13 ps 0.9 lw 1.6 lc rgb '#777777'
set arrow from 36, 8023.63 to graph 1.0724, graph 0.9690 nohead lw 0.7 lc rgb '#70A0A0A0'
set label 'symbolic learner, k = 3' at graph 1.1046, graph 0.9890 font ',12' tc rgb '#222222'
set label 'exponent 2.21 [2.10 .. 2.32]; 5 seeds' at graph 1.1046, graph 0.9423 font ',10' tc rgb '#666666'
set label '' at graph 1.0845, graph 0.9690 point pt 11 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
plot 'threshold.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'threshold.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#E4D55E00', \
  'threshold.tsv' using (pick('median',3,'x')):(pick('median',3,'low')):(pick('median',3,'high')) with filledcurves lc rgb '#E4009E73', \
  'threshold.tsv' using (pick('median',4,'x')):(pick('median',4,'low')):(pick('median',4,'high')) with filledcurves lc rgb '#F0777777', \
  'threshold.tsv' using (pick('median',5,'x')):(pick('median',5,'low')):(pick('median',5,'high')) with filledcurves lc rgb '#F0A0A0A0', \
  'threshold.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'threshold.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90D55E00', \
  'threshold.tsv' using (pick('seed',3,'x')):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#90009E73', \
  'threshold.tsv' using (pick('seed',4,'x')):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#90777777', \
  'threshold.tsv' using (pick('seed',5,'x')):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#90A0A0A0', \
  'threshold.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'threshold.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 1 pt 5 ps 0.6 lc rgb '#D55E00', \
  'threshold.tsv' using (pick('median',3,'x')):(pick('median',3,'value')) with linespoints lw 2 dt 1 pt 9 ps 0.6 lc rgb '#009E73', \
  'threshold.tsv' using (pick('median',4,'x')):(pick('median',4,'value')) with linespoints lw 2 dt 2 pt 13 ps 0.6 lc rgb '#777777', \
  'threshold.tsv' using (pick('median',5,'x')):(pick('median',5,'value')) with linespoints lw 2 dt 2 pt 11 ps 0.6 lc rgb '#A0A0A0'
