# count.svg, drawn from count.tsv. To change it, edit this file and run: gnuplot count.gp
set terminal svg size 860,451 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'count'
set output 'count.svg'
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
set rmargin at screen 0.8221
set tmargin at screen 0.8714
set bmargin at screen 0.2062
set label '{/:Bold Counting, by the longest count trained on}' at screen 0.0163, screen 0.9557 font ',14'
set label 'From a random start; 5,000 steps of 64 examples each.' at screen 0.0163, screen 0.0665 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Chance: below 0.1 %.' at screen 0.0163, screen 0.0333 font ',10' tc rgb '#555555'
set xrange [0:132.6]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'numbers to say' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from 130, 0 to graph 1.0565, graph 0.0517 nohead lw 0.7 lc rgb '#700072B2'
set label 'trained to 10' at graph 1.0816, graph 0.0717 font ',12' tc rgb '#222222'
set label '0 %; 5 seeds' at graph 1.0816, graph 0.0250 font ',10' tc rgb '#666666'
set label '' at graph 1.0659, graph 0.0517 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 130, 60.4 to graph 1.0565, graph 0.5988 nohead lw 0.7 lc rgb '#70D55E00'
set label 'trained to 20' at graph 1.0816, graph 0.6188 font ',12' tc rgb '#222222'
set label '60.4 %; 5 seeds' at graph 1.0816, graph 0.5721 font ',10' tc rgb '#666666'
set label '' at graph 1.0659, graph 0.5988 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 130, 75.6 to graph 1.0565, graph 0.7333 nohead lw 0.7 lc rgb '#70009E73'
set label 'trained to 30' at graph 1.0816, graph 0.7533 font ',12' tc rgb '#222222'
set label '75.6 %; 5 seeds' at graph 1.0816, graph 0.7066 font ',10' tc rgb '#666666'
set label '' at graph 1.0659, graph 0.7333 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set arrow from 130, 87 to graph 1.0565, graph 0.8366 nohead lw 0.7 lc rgb '#70CC79A7'
set label 'trained to 40' at graph 1.0816, graph 0.8566 font ',12' tc rgb '#222222'
set label '87.0 %; 5 seeds' at graph 1.0816, graph 0.8100 font ',10' tc rgb '#666666'
set label '' at graph 1.0659, graph 0.8366 point pt 13 ps 0.9 lw 1.6 lc rgb '#CC79A7'
set arrow from 130, 92.4 to graph 1.0565, graph 0.9400 nohead lw 0.7 lc rgb '#70E69F00'
set label 'trained to 60' at graph 1.0816, graph 0.9600 font ',12' tc rgb '#222222'
set label '92.4 %; 5 seeds' at graph 1.0816, graph 0.9133 font ',10' tc rgb '#666666'
set label '' at graph 1.0659, graph 0.9400 point pt 11 ps 0.9 lw 1.6 lc rgb '#E69F00'
plot 'count.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'count.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#E4D55E00', \
  'count.tsv' using (pick('median',3,'x')):(pick('median',3,'low')):(pick('median',3,'high')) with filledcurves lc rgb '#E4009E73', \
  'count.tsv' using (pick('median',4,'x')):(pick('median',4,'low')):(pick('median',4,'high')) with filledcurves lc rgb '#E4CC79A7', \
  'count.tsv' using (pick('median',5,'x')):(pick('median',5,'low')):(pick('median',5,'high')) with filledcurves lc rgb '#E4E69F00', \
  'count.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'count.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90D55E00', \
  'count.tsv' using (pick('seed',3,'x')):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#90009E73', \
  'count.tsv' using (pick('seed',4,'x')):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#90CC79A7', \
  'count.tsv' using (pick('seed',5,'x')):(pick('seed',5,'value')) with points pt 7 ps 0.3 lc rgb '#90E69F00', \
  'count.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'count.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 1 pt 5 ps 0.6 lc rgb '#D55E00', \
  'count.tsv' using (pick('median',3,'x')):(pick('median',3,'value')) with linespoints lw 2 dt 1 pt 9 ps 0.6 lc rgb '#009E73', \
  'count.tsv' using (pick('median',4,'x')):(pick('median',4,'value')) with linespoints lw 2 dt 1 pt 13 ps 0.6 lc rgb '#CC79A7', \
  'count.tsv' using (pick('median',5,'x')):(pick('median',5,'value')) with linespoints lw 2 dt 1 pt 11 ps 0.6 lc rgb '#E69F00'
