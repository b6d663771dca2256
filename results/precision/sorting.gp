# sorting.svg, drawn from sorting.tsv. To change it, edit this file and run: gnuplot sorting.gp
set terminal svg size 860,451 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'sorting'
set output 'sorting.svg'
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
set label '{/:Bold Sorting while it is learned, at the trained length and at twice it}' at screen 0.0163, screen 0.9557 font ',14'
set label 'Lists of values 1 to 100, trained on 1 to 20 of them; the running average of the weights is asked. 4,000 steps of 64.' at screen 0.0163, screen 0.0665 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Fit: seeds that solve 99 % of their training questions (1 to 20). Chance: below 0.1 %.' at screen 0.0163, screen 0.0333 font ',10' tc rgb '#555555'
set xrange [0:4080]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'training step' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from 4000, 100 to graph 1.0620, graph 0.9690 nohead lw 0.7 lc rgb '#700072B2'
set label 'float32, 20 items' at graph 1.0895, graph 0.9890 font ',12' tc rgb '#222222'
set label '100 %; 5 seeds, fit 5/5' at graph 1.0895, graph 0.9423 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.9690 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 4000, 100 to graph 1.0620, graph 0.8657 nohead lw 0.7 lc rgb '#70D55E00'
set label 'bfloat16, 20 items' at graph 1.0895, graph 0.8857 font ',12' tc rgb '#222222'
set label '100 %; 5 seeds, fit 5/5' at graph 1.0895, graph 0.8390 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.8657 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 4000, 98.2 to graph 1.0620, graph 0.6590 nohead lw 0.7 lc rgb '#70009E73'
set label 'float32, 40 items' at graph 1.0895, graph 0.6790 font ',12' tc rgb '#222222'
set label '98.2 %; 5 seeds, fit 5/5' at graph 1.0895, graph 0.6323 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.6590 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set arrow from 4000, 98.4 to graph 1.0620, graph 0.7623 nohead lw 0.7 lc rgb '#70CC79A7'
set label 'bfloat16, 40 items' at graph 1.0895, graph 0.7823 font ',12' tc rgb '#222222'
set label '98.4 %; 5 seeds, fit 5/5' at graph 1.0895, graph 0.7357 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.7623 point pt 13 ps 0.9 lw 1.6 lc rgb '#CC79A7'
plot 'sorting.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'sorting.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#E4D55E00', \
  'sorting.tsv' using (pick('median',3,'x')):(pick('median',3,'low')):(pick('median',3,'high')) with filledcurves lc rgb '#E4009E73', \
  'sorting.tsv' using (pick('median',4,'x')):(pick('median',4,'low')):(pick('median',4,'high')) with filledcurves lc rgb '#E4CC79A7', \
  'sorting.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'sorting.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90D55E00', \
  'sorting.tsv' using (pick('seed',3,'x')):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#90009E73', \
  'sorting.tsv' using (pick('seed',4,'x')):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#90CC79A7', \
  'sorting.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'sorting.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 1 pt 5 ps 0.6 lc rgb '#D55E00', \
  'sorting.tsv' using (pick('median',3,'x')):(pick('median',3,'value')) with linespoints lw 2 dt 1 pt 9 ps 0.6 lc rgb '#009E73', \
  'sorting.tsv' using (pick('median',4,'x')):(pick('median',4,'value')) with linespoints lw 2 dt 1 pt 13 ps 0.6 lc rgb '#CC79A7'
