# strip.svg, drawn from strip.tsv. To change it, edit this file and run: gnuplot strip.gp
set terminal svg size 860,245 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'strip'
set output 'strip.svg'
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
set lmargin at screen 0.1128
set rmargin at screen 0.7944
set tmargin at screen 0.8204
set bmargin at screen 0.3796
set label '{/:Bold At 40}' at screen 0.0163, screen 0.9184 font ',14'
set label 'Tick: median over seeds; band: lowest to highest; dots: seeds. Fit: seeds that solve 99 % of their training questions (1 to 20). Chance: below 0.1 %.' at screen 0.0163, screen 0.1224 font ',10' tc rgb '#555555'
set label 'Open marks: numbers of Nobody 2000. Not run: other hint.' at screen 0.0163, screen 0.0612 font ',10' tc rgb '#555555'
set border 1
set xrange [-1:101]
set yrange [3.5:0.5]
set xtics 0,20,100
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%) at difficulty 40' offset 0,0.9
set ytics scale 0 ('hint' 1, 'other hint' 2, 'no hint' 3)
set label '82.0 %; 3 seeds, fit 3/3' at graph 1.02, first 1 font ',10' tc rgb '#444444'
set label '' at 80, 0.67 point pt 8 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'paper: > 80 % (verified in source)' at 80, 0.67 right offset -1,0 font ',10' tc rgb '#555555'
set label 'not run' at graph 1.02, first 2 font ',10' tc rgb '#444444'
set label '0 %; 3 seeds, fit 2/3' at graph 1.02, first 3 font ',10' tc rgb '#444444'
set label '' at 1, 2.67 point pt 10 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'paper: < 1 % (verified in source)' at 1, 2.67 left offset 1,0 font ',10' tc rgb '#555555'
plot 'strip.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'low')):(pick('median',1,'high')):(1-0.12):(1+0.12) with boxxyerror lc rgb '#B00072B2', \
  'strip.tsv' using (pick('seed',1,'value')):(1) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'strip.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'value')-0.25):(pick('median',1,'value')+0.25):(1-0.24):(1+0.24) with boxxyerror lc rgb '#0072B2', \
  'strip.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'low')):(pick('median',3,'high')):(3-0.12):(3+0.12) with boxxyerror lc rgb '#B0777777', \
  'strip.tsv' using (pick('seed',3,'value')):(3) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'strip.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'value')-0.25):(pick('median',3,'value')+0.25):(3-0.24):(3+0.24) with boxxyerror lc rgb '#777777'
