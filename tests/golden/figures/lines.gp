# lines.svg, drawn from lines.tsv. To change it, edit this file and run: gnuplot lines.gp
set terminal svg size 860,466 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'lines'
set output 'lines.svg'
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
set tmargin at screen 0.8755
set bmargin at screen 0.2318
set label '{/:Bold Exact match of arms a \& b\_c \{d\}}' at screen 0.0163, screen 0.9571 font ',14'
set label 'A caption long enough to be broken into two lines, since a figure is only so wide and the text below it has to fit: that is what this sentence is for.' at screen 0.0163, screen 0.0966 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Fit: seeds that solve 99 % of their training questions (1 to 20). Chance: 25.0 %.' at screen 0.0163, screen 0.0644 font ',10' tc rgb '#555555'
set label 'Open marks: numbers of Nobody 2000. Not run: other hint.' at screen 0.0163, screen 0.0322 font ',10' tc rgb '#555555'
set xrange [0:40.8]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'items' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set object rectangle from 1, graph 0 to 20, graph 1 behind \
  fc rgb '#f0f0f0' fs solid noborder
set label 'trained on 1 to 20' at 1, graph 1.035 font ',10' tc rgb '#555555'
set arrow from graph 0, first 25 to graph 1, first 25 nohead dt 3 lc rgb '#777777'
set label 'chance' at graph 0.01, first 25 offset 0,0.5 font ',10' tc rgb '#555555'
set arrow from 40, 82 to graph 1.0620, graph 0.9023 nohead lw 0.7 lc rgb '#700072B2'
set label 'hint' at graph 1.0895, graph 0.9223 font ',12' tc rgb '#222222'
set label '82.0 %; 3 seeds, fit 3/3' at graph 1.0895, graph 0.8757 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.9023 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 40, 80 to graph 1.0620, graph 0.6957 nohead lw 0.7 lc rgb '#700072B2'
set label 'paper: > 80 %' at graph 1.0895, graph 0.7157 font ',12' tc rgb '#222222'
set label 'verified in source' at graph 1.0895, graph 0.6690 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.6957 point pt 8 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 40, 81.5 to graph 1.0620, graph 0.7990 nohead lw 0.7 lc rgb '#700072B2'
set label 'paper: 81.5 %' at graph 1.0895, graph 0.8190 font ',12' tc rgb '#222222'
set label 'secondary source' at graph 1.0895, graph 0.7723 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.7990 point pt 6 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 40, 0 to graph 1.0620, graph 0.0517 nohead lw 0.7 lc rgb '#70777777'
set label 'no hint' at graph 1.0895, graph 0.0717 font ',12' tc rgb '#222222'
set label '0 %; 3 seeds, fit 2/3' at graph 1.0895, graph 0.0250 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.0517 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
set arrow from 40, 1 to graph 1.0620, graph 0.1550 nohead lw 0.7 lc rgb '#70777777'
set label 'paper: < 1 %' at graph 1.0895, graph 0.1750 font ',12' tc rgb '#222222'
set label 'verified in source' at graph 1.0895, graph 0.1283 font ',10' tc rgb '#666666'
set label '' at graph 1.0723, graph 0.1550 point pt 10 ps 0.9 lw 1.6 lc rgb '#777777'
set label '' at 40, 80 point pt 8 ps 1.2 lw 2 lc rgb '#0072B2' front
set label '' at 40, 81.5 point pt 6 ps 1.2 lw 2 lc rgb '#0072B2' front
set label '' at 40, 1 point pt 10 ps 1.2 lw 2 lc rgb '#777777' front
plot 'lines.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'lines.tsv' using (pick('median',3,'x')):(pick('median',3,'low')):(pick('median',3,'high')) with filledcurves lc rgb '#F0777777', \
  'lines.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'lines.tsv' using (pick('seed',3,'x')):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#90777777', \
  'lines.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'lines.tsv' using (pick('median',3,'x')):(pick('median',3,'value')) with linespoints lw 2 dt 2 pt 9 ps 0.6 lc rgb '#777777'
