# general.svg, drawn from general.tsv. To change it, edit this file and run: gnuplot general.gp
set terminal svg size 860,451 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'general'
set output 'general.svg'
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
set rmargin at screen 0.7163
set tmargin at screen 0.8714
set bmargin at screen 0.2062
set label '{/:Bold Any towers to any others, by what is written before the plan}' at screen 0.0163, screen 0.9557 font ',14'
set label 'General problems. A plan is right if it can be done and ends with the goal met; found by greedy decoding.' at screen 0.0163, screen 0.0665 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Fit: seeds that solve 99 % of their training questions (2 to 6). Chance: below 0.1 %.' at screen 0.0163, screen 0.0333 font ',10' tc rgb '#555555'
set xrange [0:10.2]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'blocks' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set object rectangle from 2, graph 0 to 6, graph 1 behind \
  fc rgb '#f0f0f0' fs solid noborder
set label 'trained on 2 to 6' at 2, graph 1.035 font ',10' tc rgb '#555555'
set arrow from 10, 2.6 to graph 1.0659, graph 0.2583 nohead lw 0.7 lc rgb '#700072B2'
set label 'plan only' at graph 1.0952, graph 0.2783 font ',12' tc rgb '#222222'
set label '2.6 %; 5 seeds, fit 1/5' at graph 1.0952, graph 0.2317 font ',10' tc rgb '#666666'
set label '' at graph 1.0769, graph 0.2583 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 10, 0 to graph 1.0659, graph 0.1550 nohead lw 0.7 lc rgb '#70D55E00'
set label 'universal' at graph 1.0952, graph 0.1750 font ',12' tc rgb '#222222'
set label '0 %; 5 seeds, fit 1/5' at graph 1.0952, graph 0.1283 font ',10' tc rgb '#666666'
set label '' at graph 1.0769, graph 0.1550 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 10, 0 to graph 1.0659, graph 0.0517 nohead lw 0.7 lc rgb '#70777777'
set label 'universal, of other blocks' at graph 1.0952, graph 0.0717 font ',12' tc rgb '#222222'
set label '0 %; 5 seeds, fit 0/5' at graph 1.0952, graph 0.0250 font ',10' tc rgb '#666666'
set label '' at graph 1.0769, graph 0.0517 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
plot 'general.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'general.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#E4D55E00', \
  'general.tsv' using (pick('median',3,'x')):(pick('median',3,'low')):(pick('median',3,'high')) with filledcurves lc rgb '#F0777777', \
  'general.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'general.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90D55E00', \
  'general.tsv' using (pick('seed',3,'x')):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#90777777', \
  'general.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'general.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 1 pt 5 ps 0.6 lc rgb '#D55E00', \
  'general.tsv' using (pick('median',3,'x')):(pick('median',3,'value')) with linespoints lw 2 dt 2 pt 9 ps 0.6 lc rgb '#777777'
