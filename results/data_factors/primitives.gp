# primitives.svg, drawn from primitives.tsv. To change it, edit this file and run: gnuplot primitives.gp
set terminal svg size 860,451 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'primitives'
set output 'primitives.svg'
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
set rmargin at screen 0.6512
set tmargin at screen 0.8714
set bmargin at screen 0.2062
set label '{/:Bold Jump in new sentences, and longer action sequences, by further primitives}' at screen 0.0163, screen 0.9557 font ',14'
set label '12,000 different commands and 8,000 steps of 64 in every arm.' at screen 0.0163, screen 0.0665 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Chance: below 0.1 %.' at screen 0.0163, screen 0.0333 font ',10' tc rgb '#555555'
set xrange [0:1020]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'primitives beside look, walk, run and jump' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from 1000, 2.35 to graph 1.0735, graph 0.1550 nohead lw 0.7 lc rgb '#700072B2'
set label 'jump was shown alone' at graph 1.1061, graph 0.1750 font ',12' tc rgb '#222222'
set label '2.4 %; 5 seeds' at graph 1.1061, graph 0.1283 font ',10' tc rgb '#666666'
set label '' at graph 1.0857, graph 0.1550 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 1000, 97.8 to graph 1.0735, graph 0.8657 nohead lw 0.7 lc rgb '#70777777'
set label 'jump was shown alone: as trained' at graph 1.1061, graph 0.8857 font ',12' tc rgb '#222222'
set label '97.8 %; 5 seeds' at graph 1.1061, graph 0.8390 font ',10' tc rgb '#666666'
set label '' at graph 1.0857, graph 0.8657 point pt 5 ps 0.9 lw 1.6 lc rgb '#777777'
set arrow from 1000, 0 to graph 1.0735, graph 0.0517 nohead lw 0.7 lc rgb '#70D55E00'
set label 'longer than trained on' at graph 1.1061, graph 0.0717 font ',12' tc rgb '#222222'
set label '0 %; 5 seeds' at graph 1.1061, graph 0.0250 font ',10' tc rgb '#666666'
set label '' at graph 1.0857, graph 0.0517 point pt 9 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 1000, 99.3 to graph 1.0735, graph 0.9690 nohead lw 0.7 lc rgb '#70A0A0A0'
set label 'longer than trained on: as trained' at graph 1.1061, graph 0.9890 font ',12' tc rgb '#222222'
set label '99.3 %; 5 seeds' at graph 1.1061, graph 0.9423 font ',10' tc rgb '#666666'
set label '' at graph 1.0857, graph 0.9690 point pt 13 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
plot 'primitives.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'primitives.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#F0777777', \
  'primitives.tsv' using (pick('median',3,'x')):(pick('median',3,'low')):(pick('median',3,'high')) with filledcurves lc rgb '#E4D55E00', \
  'primitives.tsv' using (pick('median',4,'x')):(pick('median',4,'low')):(pick('median',4,'high')) with filledcurves lc rgb '#F0A0A0A0', \
  'primitives.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'primitives.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90777777', \
  'primitives.tsv' using (pick('seed',3,'x')):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#90D55E00', \
  'primitives.tsv' using (pick('seed',4,'x')):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#90A0A0A0', \
  'primitives.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'primitives.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 2 pt 5 ps 0.6 lc rgb '#777777', \
  'primitives.tsv' using (pick('median',3,'x')):(pick('median',3,'value')) with linespoints lw 2 dt 1 pt 9 ps 0.6 lc rgb '#D55E00', \
  'primitives.tsv' using (pick('median',4,'x')):(pick('median',4,'value')) with linespoints lw 2 dt 2 pt 13 ps 0.6 lc rgb '#A0A0A0'
