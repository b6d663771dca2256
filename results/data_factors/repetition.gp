# repetition.svg, drawn from repetition.tsv. To change it, edit this file and run: gnuplot repetition.gp
set terminal svg size 860,451 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'repetition'
set output 'repetition.svg'
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
set rmargin at screen 0.7651
set tmargin at screen 0.8714
set bmargin at screen 0.2062
set label '{/:Bold Jump in new sentences, by how many commands differ}' at screen 0.0163, screen 0.9557 font ',14'
set label '64 primitives more than SCAN''s; the same number of steps in every arm.' at screen 0.0163, screen 0.0665 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; band: lowest to highest; dots: seeds. Chance: below 0.1 %.' at screen 0.0163, screen 0.0333 font ',10' tc rgb '#555555'
set xrange [-20:53020]
set yrange [-1.5:102]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'different commands among the 512,000 trained on' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set arrow from 52000, 0.4 to graph 1.0612, graph 0.0517 nohead lw 0.7 lc rgb '#700072B2'
set label 'jump was shown alone' at graph 1.0884, graph 0.0717 font ',12' tc rgb '#222222'
set label '0.4 %; 5 seeds' at graph 1.0884, graph 0.0250 font ',10' tc rgb '#666666'
set label '' at graph 1.0714, graph 0.0517 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set arrow from 52000, 99.8 to graph 1.0612, graph 0.9690 nohead lw 0.7 lc rgb '#70777777'
set label 'as trained' at graph 1.0884, graph 0.9890 font ',12' tc rgb '#222222'
set label '99.8 %; 5 seeds' at graph 1.0884, graph 0.9423 font ',10' tc rgb '#666666'
set label '' at graph 1.0714, graph 0.9690 point pt 5 ps 0.9 lw 1.6 lc rgb '#777777'
plot 'repetition.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(pick('median',1,'high')) with filledcurves lc rgb '#E40072B2', \
  'repetition.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(pick('median',2,'high')) with filledcurves lc rgb '#F0777777', \
  'repetition.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#900072B2', \
  'repetition.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#90777777', \
  'repetition.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with linespoints lw 2 dt 1 pt 7 ps 0.6 lc rgb '#0072B2', \
  'repetition.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with linespoints lw 2 dt 2 pt 5 ps 0.6 lc rgb '#777777'
