# phi.svg, drawn from phi.tsv. To change it, edit this file and run: gnuplot phi.gp
set terminal svg size 860,451 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'phi'
set output 'phi.svg'
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
set rmargin at screen 0.6756
set tmargin at screen 0.8714
set bmargin at screen 0.2062
set label '{/:Bold Questions over two facts, by how many are trained on}' at screen 0.0163, screen 0.9557 font ',14'
set label '100 entities, 20 relations; 10,000 steps of 256 questions in every arm. Out of distribution: facts trained on alone only.' at screen 0.0163, screen 0.0665 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Chance: 1.5 %.' at screen 0.0163, screen 0.0333 font ',10' tc rgb '#555555'
set xrange [3.42:12.78]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'questions over two facts for each fact (phi)' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from graph 0, first 1.5 to graph 1, first 1.5 nohead dt 3 lc rgb '#777777'
set label 'chance' at graph 0.01, first 1.5 offset 0,0.5 font ',10' tc rgb '#555555'
set arrow from 12.6, 100 to graph 1.0705, graph 0.9690 nohead lw 0.7 lc rgb '#700072B2'
set label 'trained on' at graph 1.1018, graph 0.9890 font ',12' tc rgb '#222222'
set label '100 %; 5 seeds' at graph 1.1018, graph 0.9423 font ',10' tc rgb '#666666'
set label '' at graph 1.0822, graph 0.9690 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 12.6, 99.85 to graph 1.0705, graph 0.8657 nohead lw 0.7 lc rgb '#70D55E00'
set label 'held out, in distribution' at graph 1.1018, graph 0.8857 font ',12' tc rgb '#222222'
set label '99.8 %; 5 seeds' at graph 1.1018, graph 0.8390 font ',10' tc rgb '#666666'
set label '' at graph 1.0822, graph 0.8657 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 12.6, 17.25 to graph 1.0705, graph 0.2583 nohead lw 0.7 lc rgb '#70777777'
set label 'first fact out of distribution' at graph 1.1018, graph 0.2783 font ',12' tc rgb '#222222'
set label '17.2 %; 5 seeds' at graph 1.1018, graph 0.2317 font ',10' tc rgb '#666666'
set label '' at graph 1.0822, graph 0.2583 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
set arrow from 12.6, 0.95 to graph 1.0705, graph 0.0517 nohead lw 0.7 lc rgb '#70A0A0A0'
set label 'second fact out of distribution' at graph 1.1018, graph 0.0717 font ',12' tc rgb '#222222'
set label '0.9 %; 5 seeds' at graph 1.1018, graph 0.0250 font ',10' tc rgb '#666666'
set label '' at graph 1.0822, graph 0.0517 point pt 13 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set arrow from 12.6, 0.997506 to graph 1.0705, graph 0.1550 nohead lw 0.7 lc rgb '#70505050'
set label 'both out of distribution' at graph 1.1018, graph 0.1750 font ',12' tc rgb '#222222'
set label '1.0 %; 5 seeds' at graph 1.1018, graph 0.1283 font ',10' tc rgb '#666666'
set label '' at graph 1.0822, graph 0.1550 point pt 11 ps 0.9 lw 1.6 lc rgb '#505050'
plot 'phi.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'phi.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#E4D55E00', \
  'phi.tsv' using (pick('median',3,'x')):(pick('median',3,'low')):(pick('median',3,'high')) with filledcurves lc rgb '#F0777777', \
  'phi.tsv' using (pick('median',4,'x')):(pick('median',4,'low')):(pick('median',4,'high')) with filledcurves lc rgb '#F0A0A0A0', \
  'phi.tsv' using (pick('median',5,'x')):(pick('median',5,'low')):(pick('median',5,'high')) with filledcurves lc rgb '#F0505050', \
  'phi.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'phi.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90D55E00', \
  'phi.tsv' using (pick('seed',3,'x')):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#90777777', \
  'phi.tsv' using (pick('seed',4,'x')):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#90A0A0A0', \
  'phi.tsv' using (pick('seed',5,'x')):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#90505050', \
  'phi.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'phi.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 1 pt 5 ps 0.6 lc rgb '#D55E00', \
  'phi.tsv' using (pick('median',3,'x')):(pick('median',3,'value')) with linespoints lw 2 dt 2 pt 9 ps 0.6 lc rgb '#777777', \
  'phi.tsv' using (pick('median',4,'x')):(pick('median',4,'value')) with linespoints lw 2 dt 2 pt 13 ps 0.6 lc rgb '#A0A0A0', \
  'phi.tsv' using (pick('median',5,'x')):(pick('median',5,'value')) with linespoints lw 2 dt 2 pt 11 ps 0.6 lc rgb '#505050'
