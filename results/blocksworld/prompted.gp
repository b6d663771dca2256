# prompted.svg, drawn from prompted.tsv. To change it, edit this file and run: gnuplot prompted.gp
set terminal svg size 860,481 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'prompted'
set output 'prompted.svg'
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
set rmargin at screen 0.6186
set tmargin at screen 0.8794
set bmargin at screen 0.2557
set label '{/:Bold Trained small models beside a prompted large one}' at screen 0.0163, screen 0.9584 font ',14'
set label 'From the table to one tower. Different questions: GPT-4 was never trained on them and sees two examples of 2 and 3 blocks at most; 15 problems a height (6' at screen 0.0163, screen 0.1247 font ',10' tc rgb '#555555'
set label 'at three blocks), of its stacking questions a quarter list the goal in plan order.' at screen 0.0163, screen 0.0936 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Fit: seeds that solve 99 % of their training questions (2 to 6). Chance: below 0.1 %.' at screen 0.0163, screen 0.0624 font ',10' tc rgb '#555555'
set label 'Open marks: numbers of Stechly et al. 2024 (arXiv 2405.04776).' at screen 0.0163, screen 0.0312 font ',10' tc rgb '#555555'
set xrange [0:20.4]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'blocks to stack' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set object rectangle from 2, graph 0 to 6, graph 1 behind \
  fc rgb '#f0f0f0' fs solid noborder
set label 'trained on 2 to 6' at 2, graph 1.035 font ',10' tc rgb '#555555'
set arrow from 10, 0.2 to graph 1.0779, graph 0.3617 nohead lw 0.7 lc rgb '#700072B2'
set label 'trained: plan only' at graph 1.1126, graph 0.3817 font ',12' tc rgb '#222222'
set label '0.2 %; 5 seeds, fit 4/5' at graph 1.1126, graph 0.3350 font ',10' tc rgb '#666666'
set label '' at graph 1.0909, graph 0.3617 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 10, 0 to graph 1.0779, graph 0.2583 nohead lw 0.7 lc rgb '#70D55E00'
set label 'trained: stacking' at graph 1.1126, graph 0.2783 font ',12' tc rgb '#222222'
set label '0 %; 5 seeds, fit 5/5' at graph 1.1126, graph 0.2317 font ',10' tc rgb '#666666'
set label '' at graph 1.0909, graph 0.2583 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 20, 26.7 to graph 1.0779, graph 0.4650 nohead lw 0.7 lc rgb '#70009E73'
set label 'GPT-4, examples of stacking' at graph 1.1126, graph 0.4850 font ',12' tc rgb '#222222'
set label '26.7 %; paper, recounted from released logs' at graph 1.1126, graph 0.4383 font ',10' tc rgb '#666666'
set label '' at graph 1.0909, graph 0.4650 point pt 8 ps 0.9 lw 1.6 lc rgb '#009E73'
set arrow from 20, 0 to graph 1.0779, graph 0.1550 nohead lw 0.7 lc rgb '#70CC79A7'
set label 'GPT-4, examples of plans' at graph 1.1126, graph 0.1750 font ',12' tc rgb '#222222'
set label '0 %; paper, recounted from released logs' at graph 1.1126, graph 0.1283 font ',10' tc rgb '#666666'
set label '' at graph 1.0909, graph 0.1550 point pt 12 ps 0.9 lw 1.6 lc rgb '#CC79A7'
set arrow from 20, 0 to graph 1.0779, graph 0.0517 nohead lw 0.7 lc rgb '#70777777'
set label 'GPT-4, no example' at graph 1.1126, graph 0.0717 font ',12' tc rgb '#222222'
set label '0 %; paper, recounted from released logs' at graph 1.1126, graph 0.0250 font ',10' tc rgb '#666666'
set label '' at graph 1.0909, graph 0.0517 point pt 10 ps 0.9 lw 1.6 lc rgb '#777777'
plot 'prompted.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'prompted.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#E4D55E00', \
  'prompted.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'prompted.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90D55E00', \
  'prompted.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'prompted.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 1 pt 5 ps 0.6 lc rgb '#D55E00', \
  'prompted.tsv' using (pick('curve',3,'x')):(pick('curve',3,'value')) with linespoints lw 1.5 dt 2 pt 8 ps 0.8 lc rgb '#009E73', \
  'prompted.tsv' using (pick('curve',4,'x')):(pick('curve',4,'value')) with linespoints lw 1.5 dt 2 pt 12 ps 0.8 lc rgb '#CC79A7', \
  'prompted.tsv' using (pick('curve',5,'x')):(pick('curve',5,'value')) with linespoints lw 1.5 dt 2 pt 10 ps 0.8 lc rgb '#777777'
