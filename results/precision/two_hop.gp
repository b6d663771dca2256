# two_hop.svg, drawn from two_hop.tsv. To change it, edit this file and run: gnuplot two_hop.gp
set terminal svg size 860,451 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'two_hop'
set output 'two_hop.svg'
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
set label '{/:Bold Two hops while they are learned}' at screen 0.0163, screen 0.9557 font ',14'
set label '20 entities, 1,300 training items, held-out items all of whose calls were seen; functions drawn anew for each seed. 8,000 steps of 256.' at screen 0.0163, screen 0.0665 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Fit: seeds that solve 99 % of their training questions. Chance: 5.0 %.' at screen 0.0163, screen 0.0333 font ',10' tc rgb '#555555'
set xrange [0:8160]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'training step' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from graph 0, first 5 to graph 1, first 5 nohead dt 3 lc rgb '#777777'
set label 'chance' at graph 0.01, first 5 offset 0,0.5 font ',10' tc rgb '#555555'
set arrow from 8000, 72.15 to graph 1.0620, graph 0.7478 nohead lw 0.7 lc rgb '#700072B2'
set label 'float32, held out' at graph 1.0895, graph 0.7678 font ',12' tc rgb '#222222'
set label '72.2 %; 5 seeds, fit 5/5' at graph 1.0895, graph 0.7211 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.7478 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 8000, 68.85 to graph 1.0620, graph 0.6444 nohead lw 0.7 lc rgb '#70D55E00'
set label 'bfloat16, held out' at graph 1.0895, graph 0.6644 font ',12' tc rgb '#222222'
set label '68.8 %; 5 seeds, fit 5/5' at graph 1.0895, graph 0.6178 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.6444 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 8000, 100 to graph 1.0620, graph 0.9690 nohead lw 0.7 lc rgb '#70777777'
set label 'float32, trained on' at graph 1.0895, graph 0.9890 font ',12' tc rgb '#222222'
set label '100 %; 5 seeds, fit 5/5' at graph 1.0895, graph 0.9423 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.9690 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
set arrow from 8000, 100 to graph 1.0620, graph 0.8657 nohead lw 0.7 lc rgb '#70A0A0A0'
set label 'bfloat16, trained on' at graph 1.0895, graph 0.8857 font ',12' tc rgb '#222222'
set label '100 %; 5 seeds, fit 5/5' at graph 1.0895, graph 0.8390 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.8657 point pt 13 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
plot 'two_hop.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'two_hop.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#E4D55E00', \
  'two_hop.tsv' using (pick('median',3,'x')):(pick('median',3,'low')):(pick('median',3,'high')) with filledcurves lc rgb '#F0777777', \
  'two_hop.tsv' using (pick('median',4,'x')):(pick('median',4,'low')):(pick('median',4,'high')) with filledcurves lc rgb '#F0A0A0A0', \
  'two_hop.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'two_hop.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90D55E00', \
  'two_hop.tsv' using (pick('seed',3,'x')):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#90777777', \
  'two_hop.tsv' using (pick('seed',4,'x')):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#90A0A0A0', \
  'two_hop.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'two_hop.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 1 pt 5 ps 0.6 lc rgb '#D55E00', \
  'two_hop.tsv' using (pick('median',3,'x')):(pick('median',3,'value')) with linespoints lw 2 dt 2 pt 9 ps 0.6 lc rgb '#777777', \
  'two_hop.tsv' using (pick('median',4,'x')):(pick('median',4,'value')) with linespoints lw 2 dt 2 pt 13 ps 0.6 lc rgb '#A0A0A0'
