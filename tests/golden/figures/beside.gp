# beside.svg, drawn from beside.tsv. To change it, edit this file and run: gnuplot beside.gp
set terminal svg size 860,451 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'beside'
set output 'beside.svg'
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
set rmargin at screen 0.6919
set tmargin at screen 0.8714
set bmargin at screen 0.2062
set label '{/:Bold Beside a curve of the paper}' at screen 0.0163, screen 0.9557 font ',14'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds.' at screen 0.0163, screen 0.0665 font ',10' tc rgb '#555555'
set label 'Open marks: numbers of Nobody 2000.' at screen 0.0163, screen 0.0333 font ',10' tc rgb '#555555'
set xrange [0:40.8]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'items' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from 40, 82 to graph 1.0686, graph 0.8077 nohead lw 0.7 lc rgb '#700072B2'
set label 'hint' at graph 1.0990, graph 0.8277 font ',12' tc rgb '#222222'
set label '82.0 %; 3 seeds' at graph 1.0990, graph 0.7810 font ',10' tc rgb '#666666'
set label '' at graph 1.0800, graph 0.8077 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 40, 35 to graph 1.0686, graph 0.3533 nohead lw 0.7 lc rgb '#70777777'
set label 'older model' at graph 1.0990, graph 0.3733 font ',12' tc rgb '#222222'
set label '35.0 %; paper, verified in source' at graph 1.0990, graph 0.3266 font ',10' tc rgb '#666666'
set label '' at graph 1.0800, graph 0.3533 point pt 4 ps 0.9 lw 1.6 lc rgb '#777777'
plot 'beside.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'beside.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'beside.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'beside.tsv' using (pick('curve',2,'x')):(pick('curve',2,'value')) with linespoints lw 1.5 dt 2 pt 4 ps 0.8 lc rgb '#777777'
