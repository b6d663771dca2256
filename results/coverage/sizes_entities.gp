# sizes_entities.svg, drawn from sizes_entities.tsv. To change it, edit this file and run: gnuplot sizes_entities.gp
set terminal svg size 860,481 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'sizes_entities'
set output 'sizes_entities.svg'
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
set tmargin at screen 0.8794
set bmargin at screen 0.2557
set label '{/:Bold Items needed, by entities, for models of four sizes}' at screen 0.0163, screen 0.9584 font ',14'
set label 'Two blocks, whose weights grow 32 times from width 24 to 136; 8,000 steps of 256; the rate is the same up to width 64 and falls as 1 / width above it.' at screen 0.0163, screen 0.1247 font ',10' tc rgb '#555555'
set label 'Guessing the likeliest answer is right for 4 to 8 %.' at screen 0.0163, screen 0.0936 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Exponents: least squares through all seeds [95 % bootstrap over seeds].' at screen 0.0163, screen 0.0624 font ',10' tc rgb '#555555'
set label 'No threshold in the range searched: 4 of width 24; 2 of width 64 (that x is left out).' at screen 0.0163, screen 0.0312 font ',10' tc rgb '#555555'
set logscale xy
set xrange [19.5193:30.7388]
set yrange [1113.04:8577.99]
set xtics ('20' 20, '25' 25, '30' 30)
set ytics ('1500' 1500, '2000' 2000, '3000' 3000, '4000' 4000, '5000' 5000, '7000' 7000)
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'entities' offset 0,0.9
set ylabel 'training items for 95 %' offset 1,0
set arrow from 20, 2801.21 to graph 1.0724, graph 0.4178 nohead lw 0.7 lc rgb '#700072B2'
set label 'width 24' at graph 1.1046, graph 0.4378 font ',12' tc rgb '#222222'
set label '2801; 5 seeds' at graph 1.1046, graph 0.3911 font ',10' tc rgb '#666666'
set label '' at graph 1.0845, graph 0.4178 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 30, 5425.4 to graph 1.0724, graph 0.7299 nohead lw 0.7 lc rgb '#70D55E00'
set label 'width 48' at graph 1.1046, graph 0.7499 font ',12' tc rgb '#222222'
set label 'exponent 2.72 [2.03 .. 3.39]; 5 seeds' at graph 1.1046, graph 0.7032 font ',10' tc rgb '#666666'
set label '' at graph 1.0845, graph 0.7299 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set arrow from 30, 5551.05 to graph 1.0724, graph 0.8332 nohead lw 0.7 lc rgb '#70009E73'
set label 'width 64' at graph 1.1046, graph 0.8532 font ',12' tc rgb '#222222'
set label 'exponent 2.65 [2.19 .. 3.13]; 5 seeds' at graph 1.1046, graph 0.8066 font ',10' tc rgb '#666666'
set label '' at graph 1.0845, graph 0.8332 point pt 9 ps 0.9 lw 1.6 lc rgb '#009E73'
set arrow from 30, 3003.42 to graph 1.0724, graph 0.5211 nohead lw 0.7 lc rgb '#70CC79A7'
set label 'width 136' at graph 1.1046, graph 0.5411 font ',12' tc rgb '#222222'
set label 'exponent 1.78 [0.68 .. 2.88]; 5 seeds' at graph 1.1046, graph 0.4945 font ',10' tc rgb '#666666'
set label '' at graph 1.0845, graph 0.5211 point pt 13 ps 0.9 lw 1.6 lc rgb '#CC79A7'
plot 'sizes_entities.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'sizes_entities.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#E4D55E00', \
  'sizes_entities.tsv' using (pick('median',3,'x')):(pick('median',3,'low')):(pick('median',3,'high')) with filledcurves lc rgb '#E4009E73', \
  'sizes_entities.tsv' using (pick('median',4,'x')):(pick('median',4,'low')):(pick('median',4,'high')) with filledcurves lc rgb '#E4CC79A7', \
  'sizes_entities.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'sizes_entities.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90D55E00', \
  'sizes_entities.tsv' using (pick('seed',3,'x')):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#90009E73', \
  'sizes_entities.tsv' using (pick('seed',4,'x')):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#90CC79A7', \
  'sizes_entities.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'sizes_entities.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 1 pt 5 ps 0.6 lc rgb '#D55E00', \
  'sizes_entities.tsv' using (pick('median',3,'x')):(pick('median',3,'value')) with linespoints lw 2 dt 1 pt 9 ps 0.6 lc rgb '#009E73', \
  'sizes_entities.tsv' using (pick('median',4,'x')):(pick('median',4,'value')) with linespoints lw 2 dt 1 pt 13 ps 0.6 lc rgb '#CC79A7'
