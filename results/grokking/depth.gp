# depth.svg, drawn from depth.tsv. To change it, edit this file and run: gnuplot depth.gp
set terminal svg size 860,281 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'depth'
set output 'depth.svg'
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
set lmargin at screen 0.2995
set rmargin at screen 0.8016
set tmargin at screen 0.8434
set bmargin at screen 0.3310
set label '{/:Bold Both facts out of distribution, by depth}' at screen 0.0163, screen 0.9288 font ',14'
set label 'phi 12.6, 10,000 steps. Twice: every row goes through both blocks two times. Identity rows: training also asks about the relation same.' at screen 0.0163, screen 0.1068 font ',10' tc rgb '#555555'
set label 'Tick: median over seeds; band: lowest to highest; dots: seeds. Fit: seeds that solve 99 % of their training questions. Chance: 1.5 %.' at screen 0.0163, screen 0.0534 font ',10' tc rgb '#555555'
set border 1
set xrange [-1:101]
set yrange [4.5:0.5]
set xtics 0,20,100
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%) at difficulty 2' offset 0,0.9
set ytics scale 0 ('two blocks' 1, 'four blocks' 2, 'two blocks, twice' 3, 'two blocks, twice, identity rows' 4)
set arrow from 1.5, graph 0 to 1.5, graph 1 nohead dt 3 lc rgb '#777777'
set label 'chance' at 1.5, graph 1.03 center font ',10' tc rgb '#555555'
set label '1.0 %; 5 seeds, fit 5/5' at graph 1.02, first 1 font ',10' tc rgb '#444444'
set label '0.7 %; 5 seeds, fit 5/5' at graph 1.02, first 2 font ',10' tc rgb '#444444'
set label '1.0 %; 5 seeds, fit 5/5' at graph 1.02, first 3 font ',10' tc rgb '#444444'
set label '1.0 %; 5 seeds, fit 5/5' at graph 1.02, first 4 font ',10' tc rgb '#444444'
plot 'depth.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'low')):(pick('median',1,'high')):(1-0.12):(1+0.12) with boxxyerror lc rgb '#B00072B2', \
  'depth.tsv' using (pick('seed',1,'value')):(1) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'depth.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'value')-0.25):(pick('median',1,'value')+0.25):(1-0.24):(1+0.24) with boxxyerror lc rgb '#0072B2', \
  'depth.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'low')):(pick('median',2,'high')):(2-0.12):(2+0.12) with boxxyerror lc rgb '#B0D55E00', \
  'depth.tsv' using (pick('seed',2,'value')):(2) with points pt 7 ps 0.5 lc rgb '#60D55E00', \
  'depth.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'value')-0.25):(pick('median',2,'value')+0.25):(2-0.24):(2+0.24) with boxxyerror lc rgb '#D55E00', \
  'depth.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'low')):(pick('median',3,'high')):(3-0.12):(3+0.12) with boxxyerror lc rgb '#B0009E73', \
  'depth.tsv' using (pick('seed',3,'value')):(3) with points pt 7 ps 0.5 lc rgb '#60009E73', \
  'depth.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'value')-0.25):(pick('median',3,'value')+0.25):(3-0.24):(3+0.24) with boxxyerror lc rgb '#009E73', \
  'depth.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'low')):(pick('median',4,'high')):(4-0.12):(4+0.12) with boxxyerror lc rgb '#B0CC79A7', \
  'depth.tsv' using (pick('seed',4,'value')):(4) with points pt 7 ps 0.5 lc rgb '#60CC79A7', \
  'depth.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'value')-0.25):(pick('median',4,'value')+0.25):(4-0.24):(4+0.24) with boxxyerror lc rgb '#CC79A7'
