# threshold_hops_95.svg, drawn from threshold_hops_95.tsv. To change it, edit this file and run: gnuplot threshold_hops_95.gp
set terminal svg size 860,481 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'threshold_hops_95'
set output 'threshold_hops_95.svg'
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
set rmargin at screen 0.6267
set tmargin at screen 0.8794
set bmargin at screen 0.2557
set label '{/:Bold Items needed, two bridges in parallel and three hops}' at screen 0.0163, screen 0.9584 font ',14'
set label 'Four inputs each. Held-out items all of whose calls were seen. Models: 8,000 steps of 256 at every size; functions drawn anew for each seed. Guessing the' at screen 0.0163, screen 0.1247 font ',10' tc rgb '#555555'
set label 'likeliest answer is right for 8 to 18 %.' at screen 0.0163, screen 0.0936 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Exponents: least squares through all seeds [95 % bootstrap over seeds].' at screen 0.0163, screen 0.0624 font ',10' tc rgb '#555555'
set label 'No threshold in the range searched: 2 of three hops (that x is left out).' at screen 0.0163, screen 0.0312 font ',10' tc rgb '#555555'
set logscale xy
set xrange [9.68664:17.5499]
set yrange [338.319:5433.53]
set xtics ('10' 10, '13' 13, '17' 17)
set ytics ('500' 500, '1000' 1000, '2000' 2000, '5000' 5000)
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'entities' offset 0,0.9
set ylabel 'training items for 95 %' offset 1,0
set arrow from 17, 2603.88 to graph 1.0768, graph 0.7806 nohead lw 0.7 lc rgb '#700072B2'
set label 'parallel' at graph 1.1109, graph 0.8006 font ',12' tc rgb '#222222'
set label 'exponent 2.54 [2.19 .. 2.97]; 5 seeds' at graph 1.1109, graph 0.7540 font ',10' tc rgb '#666666'
set label '' at graph 1.0896, graph 0.7806 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 13, 3505.27 to graph 1.0768, graph 0.8840 nohead lw 0.7 lc rgb '#70D55E00'
set label 'three hops' at graph 1.1109, graph 0.9040 font ',12' tc rgb '#222222'
set label 'exponent 3.32 [2.83 .. 3.86]; 5 seeds' at graph 1.1109, graph 0.8573 font ',10' tc rgb '#666666'
set label '' at graph 1.0896, graph 0.8840 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 17, 2130.39 to graph 1.0768, graph 0.5740 nohead lw 0.7 lc rgb '#70777777'
set label 'symbolic learner of parallel, k = 2' at graph 1.1109, graph 0.5940 font ',12' tc rgb '#222222'
set label 'exponent 2.84 [2.77 .. 2.90]; 5 seeds' at graph 1.1109, graph 0.5473 font ',10' tc rgb '#666666'
set label '' at graph 1.0896, graph 0.5740 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
set arrow from 17, 2204.07 to graph 1.0768, graph 0.6773 nohead lw 0.7 lc rgb '#70A0A0A0'
set label 'symbolic learner of three hops, k = 2' at graph 1.1109, graph 0.6973 font ',12' tc rgb '#222222'
set label 'exponent 2.91 [2.74 .. 3.11]; 5 seeds' at graph 1.1109, graph 0.6506 font ',10' tc rgb '#666666'
set label '' at graph 1.0896, graph 0.6773 point pt 13 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
plot 'threshold_hops_95.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'threshold_hops_95.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#E4D55E00', \
  'threshold_hops_95.tsv' using (pick('median',3,'x')):(pick('median',3,'low')):(pick('median',3,'high')) with filledcurves lc rgb '#F0777777', \
  'threshold_hops_95.tsv' using (pick('median',4,'x')):(pick('median',4,'low')):(pick('median',4,'high')) with filledcurves lc rgb '#F0A0A0A0', \
  'threshold_hops_95.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'threshold_hops_95.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90D55E00', \
  'threshold_hops_95.tsv' using (pick('seed',3,'x')):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#90777777', \
  'threshold_hops_95.tsv' using (pick('seed',4,'x')):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#90A0A0A0', \
  'threshold_hops_95.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'threshold_hops_95.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 1 pt 5 ps 0.6 lc rgb '#D55E00', \
  'threshold_hops_95.tsv' using (pick('median',3,'x')):(pick('median',3,'value')) with linespoints lw 2 dt 2 pt 9 ps 0.6 lc rgb '#777777', \
  'threshold_hops_95.tsv' using (pick('median',4,'x')):(pick('median',4,'value')) with linespoints lw 2 dt 2 pt 13 ps 0.6 lc rgb '#A0A0A0'
