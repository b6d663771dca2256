# hint_gap.svg, drawn from hint_gap.tsv. To change it, edit this file and run: gnuplot hint_gap.gp
set terminal svg size 860,436 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'hint_gap'
set output 'hint_gap.svg'
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
set rmargin at screen 0.7895
set tmargin at screen 0.8670
set bmargin at screen 0.1789
set label '{/:Bold What the hint adds at every length}' at screen 0.0163, screen 0.9541 font ',14'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds.' at screen 0.0163, screen 0.0344 font ',10' tc rgb '#555555'
set xrange [0:40.8]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'items' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from 40, 80 to graph 1.0591, graph 0.7879 nohead lw 0.7 lc rgb '#700072B2'
set label 'hint less no hint' at graph 1.0854, graph 0.8079 font ',12' tc rgb '#222222'
set label '80.0 %; 3 seeds' at graph 1.0854, graph 0.7612 font ',10' tc rgb '#666666'
set label '' at graph 1.0690, graph 0.7879 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
plot 'hint_gap.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'hint_gap.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'hint_gap.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2'
