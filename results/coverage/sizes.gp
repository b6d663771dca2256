# sizes.svg, drawn from sizes.tsv. To change it, edit this file and run: gnuplot sizes.gp
set terminal svg size 860,466 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'sizes'
set output 'sizes.svg'
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
set rmargin at screen 0.6430
set tmargin at screen 0.8755
set bmargin at screen 0.2318
set label '{/:Bold Items needed, by the size of the model}' at screen 0.0163, screen 0.9571 font ',14'
set label 'Two blocks, whose weights grow 32 times from width 24 to 136; 8,000 steps of 256; the rate is the same up to width 64 and falls as 1 / width above it.' at screen 0.0163, screen 0.0966 font ',10' tc rgb '#555555'
set label 'Guessing the likeliest answer is right for 4 to 8 %.' at screen 0.0163, screen 0.0644 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Exponents: least squares through all seeds [95 % bootstrap over seeds].' at screen 0.0163, screen 0.0322 font ',10' tc rgb '#555555'
set logscale xy
set xrange [21.6278:150.917]
set yrange [1166.41:3750]
set xtics ('24' 24, '48' 48, '136' 136)
set ytics ('1500' 1500, '2000' 2000, '3000' 3000)
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'width of the model' offset 0,0.9
set ylabel 'training items for 95 %' offset 1,0
set arrow from 136, 1771.14 to graph 1.0745, graph 0.3586 nohead lw 0.7 lc rgb '#700072B2'
set label 'two hops, 20 entities' at graph 1.1077, graph 0.3786 font ',12' tc rgb '#222222'
set label 'exponent -0.21 [-0.40 .. 0.03]; 5 seeds' at graph 1.1077, graph 0.3320 font ',10' tc rgb '#666666'
set label '' at graph 1.0870, graph 0.3586 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
plot 'sizes.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'sizes.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'sizes.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2'
