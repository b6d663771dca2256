# paths.svg, drawn from paths.tsv. To change it, edit this file and run: gnuplot paths.gp
set terminal svg size 860,389 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'paths'
set output 'paths.svg'
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
set lmargin at screen 0.3844
set rmargin at screen 0.7944
set tmargin at screen 0.8869
set bmargin at screen 0.2391
set label '{/:Bold Path ambiguity, with and without the bridge written down}' at screen 0.0163, screen 0.9486 font ',14'
set label '20 entities, 1,300 items (2,400 cover path ambiguity better than 1,300 cover two hops); held-out items all of whose calls were seen. 8,000 steps of 256.' at screen 0.0163, screen 0.0771 font ',10' tc rgb '#555555'
set label 'Tick: median over seeds; band: lowest to highest; dots: seeds. Fit: seeds that solve 99 % of their training questions. Chance: 7.3 %.' at screen 0.0163, screen 0.0386 font ',10' tc rgb '#555555'
set border 1
set xrange [-1:101]
set yrange [7.5:0.5]
set xtics 0,20,100
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%) at difficulty 2' offset 0,0.9
set ytics scale 0 ('two hops' 1, 'two hops, bridge written' 2, 'two hops, empty token' 3, 'path ambiguity' 4, 'path ambiguity, bridge written' 5, 'path ambiguity, 2400 items' 6, 'path ambiguity, 2400 items, bridge written' 7)
set arrow from 7.3, graph 0 to 7.3, graph 1 nohead dt 3 lc rgb '#777777'
set label 'chance' at 7.3, graph 1.03 center font ',10' tc rgb '#555555'
set label '62.8 %; 5 seeds, fit 5/5' at graph 1.02, first 1 font ',10' tc rgb '#444444'
set label '100 %; 5 seeds, fit 5/5' at graph 1.02, first 2 font ',10' tc rgb '#444444'
set label '95.0 %; 5 seeds, fit 5/5' at graph 1.02, first 3 font ',10' tc rgb '#444444'
set label '20.5 %; 5 seeds, fit 5/5' at graph 1.02, first 4 font ',10' tc rgb '#444444'
set label '98.0 %; 5 seeds, fit 5/5' at graph 1.02, first 5 font ',10' tc rgb '#444444'
set label '27.6 %; 5 seeds, fit 5/5' at graph 1.02, first 6 font ',10' tc rgb '#444444'
set label '100 %; 5 seeds, fit 5/5' at graph 1.02, first 7 font ',10' tc rgb '#444444'
plot 'paths.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'low')):(pick('median',1,'high')):(1-0.12):(1+0.12) with boxxyerror lc rgb '#B00072B2', \
  'paths.tsv' using (pick('seed',1,'value')):(1) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'paths.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'value')-0.25):(pick('median',1,'value')+0.25):(1-0.24):(1+0.24) with boxxyerror lc rgb '#0072B2', \
  'paths.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'low')):(pick('median',2,'high')):(2-0.12):(2+0.12) with boxxyerror lc rgb '#B0D55E00', \
  'paths.tsv' using (pick('seed',2,'value')):(2) with points pt 7 ps 0.5 lc rgb '#60D55E00', \
  'paths.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'value')-0.25):(pick('median',2,'value')+0.25):(2-0.24):(2+0.24) with boxxyerror lc rgb '#D55E00', \
  'paths.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'low')):(pick('median',3,'high')):(3-0.12):(3+0.12) with boxxyerror lc rgb '#B0777777', \
  'paths.tsv' using (pick('seed',3,'value')):(3) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'paths.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'value')-0.25):(pick('median',3,'value')+0.25):(3-0.24):(3+0.24) with boxxyerror lc rgb '#777777', \
  'paths.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'low')):(pick('median',4,'high')):(4-0.12):(4+0.12) with boxxyerror lc rgb '#B0009E73', \
  'paths.tsv' using (pick('seed',4,'value')):(4) with points pt 7 ps 0.5 lc rgb '#60009E73', \
  'paths.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'value')-0.25):(pick('median',4,'value')+0.25):(4-0.24):(4+0.24) with boxxyerror lc rgb '#009E73', \
  'paths.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'low')):(pick('median',5,'high')):(5-0.12):(5+0.12) with boxxyerror lc rgb '#B0CC79A7', \
  'paths.tsv' using (pick('seed',5,'value')):(5) with points pt 7 ps 0.5 lc rgb '#60CC79A7', \
  'paths.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'value')-0.25):(pick('median',5,'value')+0.25):(5-0.24):(5+0.24) with boxxyerror lc rgb '#CC79A7', \
  'paths.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'low')):(pick('median',6,'high')):(6-0.12):(6+0.12) with boxxyerror lc rgb '#B0E69F00', \
  'paths.tsv' using (pick('seed',6,'value')):(6) with points pt 7 ps 0.5 lc rgb '#60E69F00', \
  'paths.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'value')-0.25):(pick('median',6,'value')+0.25):(6-0.24):(6+0.24) with boxxyerror lc rgb '#E69F00', \
  'paths.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'low')):(pick('median',7,'high')):(7-0.12):(7+0.12) with boxxyerror lc rgb '#B056B4E9', \
  'paths.tsv' using (pick('seed',7,'value')):(7) with points pt 7 ps 0.5 lc rgb '#6056B4E9', \
  'paths.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'value')-0.25):(pick('median',7,'value')+0.25):(7-0.24):(7+0.24) with boxxyerror lc rgb '#56B4E9'
