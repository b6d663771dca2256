# length.svg, drawn from length.tsv. To change it, edit this file and run: gnuplot length.gp
set terminal svg size 860,481 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'length'
set output 'length.svg'
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
set tmargin at screen 0.8794
set bmargin at screen 0.2557
set label '{/:Bold Sorting lists longer than any trained on}' at screen 0.0163, screen 0.9584 font ',14'
set label 'Lists of values 1 to 100; the whole answer must be right. Repetitions: half of these lists are drawn from few values; the hint asks about such lists too.' at screen 0.0163, screen 0.1247 font ',10' tc rgb '#555555'
set label 'All arms take the same number of steps of the same size.' at screen 0.0163, screen 0.0936 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Fit: seeds that solve 99 % of their training questions (1 to 20). Chance: below 0.1 %.' at screen 0.0163, screen 0.0624 font ',10' tc rgb '#555555'
set label 'Open marks: numbers of Awasthi and Gupta 2023 (arXiv 2310.00726).' at screen 0.0163, screen 0.0312 font ',10' tc rgb '#555555'
set xrange [0:102]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'items to sort' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set object rectangle from 1, graph 0 to 20, graph 1 behind \
  fc rgb '#f0f0f0' fs solid noborder
set label 'trained on 1 to 20' at 1, graph 1.035 font ',10' tc rgb '#555555'
set arrow from 100, 96.4 to graph 1.0705, graph 0.8657 nohead lw 0.7 lc rgb '#700072B2'
set label 'hint, also sorts repetitions' at graph 1.1018, graph 0.8857 font ',12' tc rgb '#222222'
set label '96.4 %; 5 seeds, fit 5/5' at graph 1.1018, graph 0.8390 font ',10' tc rgb '#666666'
set label '' at graph 1.0822, graph 0.8657 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 100, 94 to graph 1.0705, graph 0.7623 nohead lw 0.7 lc rgb '#70D55E00'
set label 'hint' at graph 1.1018, graph 0.7823 font ',12' tc rgb '#222222'
set label '94.0 %; 5 seeds, fit 5/5' at graph 1.1018, graph 0.7357 font ',10' tc rgb '#666666'
set label '' at graph 1.0822, graph 0.7623 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 100, 92 to graph 1.0705, graph 0.5557 nohead lw 0.7 lc rgb '#70D55E00'
set label 'paper: > 92 %' at graph 1.1018, graph 0.5757 font ',12' tc rgb '#222222'
set label 'verified in source' at graph 1.1018, graph 0.5290 font ',10' tc rgb '#666666'
set label '' at graph 1.0822, graph 0.5557 point pt 8 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 100, 92.6 to graph 1.0705, graph 0.6590 nohead lw 0.7 lc rgb '#70D55E00'
set label 'paper: 92.6 %' at graph 1.1018, graph 0.6790 font ',12' tc rgb '#222222'
set label 'secondary source' at graph 1.1018, graph 0.6323 font ',10' tc rgb '#666666'
set label '' at graph 1.0822, graph 0.6590 point pt 6 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 100, 98.4 to graph 1.0705, graph 0.9690 nohead lw 0.7 lc rgb '#70777777'
set label 'no hint, also sorts repetitions' at graph 1.1018, graph 0.9890 font ',12' tc rgb '#222222'
set label '98.4 %; 5 seeds, fit 5/5' at graph 1.1018, graph 0.9423 font ',10' tc rgb '#666666'
set label '' at graph 1.0822, graph 0.9690 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
set arrow from 100, 59 to graph 1.0705, graph 0.4523 nohead lw 0.7 lc rgb '#70A0A0A0'
set label 'no hint, fixed temperature' at graph 1.1018, graph 0.4723 font ',12' tc rgb '#222222'
set label '59.0 %; 5 seeds, fit 5/5' at graph 1.1018, graph 0.4257 font ',10' tc rgb '#666666'
set label '' at graph 1.0822, graph 0.4523 point pt 13 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set arrow from 100, 1 to graph 1.0705, graph 0.0517 nohead lw 0.7 lc rgb '#70A0A0A0'
set label 'paper: < 1 %' at graph 1.1018, graph 0.0717 font ',12' tc rgb '#222222'
set label 'verified in source' at graph 1.1018, graph 0.0250 font ',10' tc rgb '#666666'
set label '' at graph 1.0822, graph 0.0517 point pt 10 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label '' at 100, 92 point pt 8 ps 1.2 lw 2 lc rgb '#D55E00' front
set label '' at 100, 92.6 point pt 6 ps 1.2 lw 2 lc rgb '#D55E00' front
set label '' at 100, 1 point pt 10 ps 1.2 lw 2 lc rgb '#A0A0A0' front
plot 'length.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'length.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#E4D55E00', \
  'length.tsv' using (pick('median',3,'x')):(pick('median',3,'low')):(pick('median',3,'high')) with filledcurves lc rgb '#F0777777', \
  'length.tsv' using (pick('median',4,'x')):(pick('median',4,'low')):(pick('median',4,'high')) with filledcurves lc rgb '#F0A0A0A0', \
  'length.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'length.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90D55E00', \
  'length.tsv' using (pick('seed',3,'x')):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#90777777', \
  'length.tsv' using (pick('seed',4,'x')):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#90A0A0A0', \
  'length.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'length.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 1 pt 5 ps 0.6 lc rgb '#D55E00', \
  'length.tsv' using (pick('median',3,'x')):(pick('median',3,'value')) with linespoints lw 2 dt 2 pt 9 ps 0.6 lc rgb '#777777', \
  'length.tsv' using (pick('median',4,'x')):(pick('median',4,'value')) with linespoints lw 2 dt 2 pt 13 ps 0.6 lc rgb '#A0A0A0'
