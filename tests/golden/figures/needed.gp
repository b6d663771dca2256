# needed.svg, drawn from needed.tsv. To change it, edit this file and run: gnuplot needed.gp
set terminal svg size 860,451 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'needed'
set output 'needed.svg'
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
set rmargin at screen 0.6593
set tmargin at screen 0.8714
set bmargin at screen 0.2062
set label '{/:Bold Items needed}' at screen 0.0163, screen 0.9557 font ',14'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Exponents: least squares through all seeds [95 % bootstrap over seeds].' at screen 0.0163, screen 0.0665 font ',10' tc rgb '#555555'
set label 'Not run: other.' at screen 0.0163, screen 0.0333 font ',10' tc rgb '#555555'
set logscale xy
set xrange [15.3482:33.3589]
set yrange [125.658:624.694]
set xtics ('16' 16, '32' 32)
set ytics ('150' 150, '200' 200, '300' 300, '400' 400, '500' 500)
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'width' offset 0,0.9
set ylabel 'training items for 90 %' offset 1,0
set arrow from 32, 560.494 to graph 1.0724, graph 0.9328 nohead lw 0.7 lc rgb '#700072B2'
set label 'all' at graph 1.1046, graph 0.9528 font ',12' tc rgb '#222222'
set label 'exponent 2.00 [1.93 .. 2.07]; 2 seeds' at graph 1.1046, graph 0.9061 font ',10' tc rgb '#666666'
set label '' at graph 1.0845, graph 0.9328 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
plot 'needed.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'needed.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'needed.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2'
