# paths.svg, drawn from paths.tsv. To change it, edit this file and run: gnuplot paths.gp
# As pdf: gnuplot -e "format='pdf'" paths.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.365in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,419 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'paths'
}
set output 'paths'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the rows of one kind (median, seed, paper) of series n
pick(kind, n, name) = \
  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN
# the medians of series n: those above guessing (or 0); those of points most of whose seeds fit,
# and the others
above(n) = \
  (strcol('guess') ne '' && column('value') > 0 && column('value') <= column('guess')) \
  ? NaN : pick('median', n, 'value')
is_unfit(n) = (strcol('runs') eq '') ? 0 : 2 * column('fitted') < column('runs')
fit(n) = is_unfit(n) ? NaN : above(n)
unfit(n) = is_unfit(n) ? above(n) : NaN
unset key
set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out scale 0.5 textcolor rgb '#222222'
set xtics offset 0,0.4
set style fill solid noborder
set lmargin at screen 0.3844
set rmargin at screen 0.7944
set tmargin at screen 0.8950
set bmargin at screen 0.2936
set label '{/:Bold Path ambiguity, with and without the bridge written down}' at screen 0.0163, screen 0.9523 font ',14'
set label '20 entities, 1,300 items (2,400 cover path ambiguity better than 1,300 cover two hops); held-out items all of whose calls were seen. 256 examples a step.' at screen 0.0163, screen 0.1432 font ',10' tc rgb '#555555'
set label 'Trained for 8,000 steps.' at screen 0.0163, screen 0.1074 font ',10' tc rgb '#555555'
set label 'Tick: median over seeds; bar: lowest to highest; dots: seeds. Of 420 to 2,000 different questions a seed. Fit: solves 99 % of its training questions.' at screen 0.0163, screen 0.0716 font ',10' tc rgb '#555555'
set label 'Guessing (dotted): 1.2 to 8.1 %.' at screen 0.0163, screen 0.0358 font ',10' tc rgb '#555555'
set border 1
set xrange [-1.5:101.5]
set yrange [7.5:0.5]
set xtics 0,20,100
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%), 2 hops' offset 0,0.9
set ytics scale 0 ('two hops' 1, 'two hops, bridge written' 2, 'two hops, empty token' 3, 'path ambiguity' 4, 'path ambiguity, bridge written' 5, 'path ambiguity, 2400 items' 6, 'path ambiguity, 2400 items, bridge written' 7)
set label '62.8 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.8520 font ',10' tc rgb '#444444'
set arrow from 7.65, 0.7 to 7.65, 1.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '100 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.7661 font ',10' tc rgb '#444444'
set arrow from 1.9, 1.7 to 1.9, 2.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '95.0 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.6802 font ',10' tc rgb '#444444'
set arrow from 7.65, 2.7 to 7.65, 3.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '20.5 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.5943 font ',10' tc rgb '#444444'
set arrow from 7.28477, 3.7 to 7.28477, 4.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '98.0 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.5084 font ',10' tc rgb '#444444'
set arrow from 1.54525, 4.7 to 1.54525, 5.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '27.6 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.4224 font ',10' tc rgb '#444444'
set arrow from 8.09524, 5.7 to 8.09524, 6.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '100 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.3365 font ',10' tc rgb '#444444'
set arrow from 1.19048, 6.7 to 1.19048, 7.3 nohead dt 3 lw 1.6 lc rgb '#777777'
plot 'paths.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'low')):(pick('median',1,'high')):(1-0.12):(1+0.12) with boxxyerror lc rgb '#B00072B2', \
  'paths.tsv' using (pick('seed',1,'value')):(1) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'paths.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'value')-0.25):(pick('median',1,'value')+0.25):(1-0.24):(1+0.24) with boxxyerror lc rgb '#0072B2', \
  'paths.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'low')):(pick('median',2,'high')):(2-0.12):(2+0.12) with boxxyerror lc rgb '#B0D55E00', \
  'paths.tsv' using (pick('seed',2,'value')):(2) with points pt 7 ps 0.5 lc rgb '#60D55E00', \
  'paths.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'value')-0.25):(pick('median',2,'value')+0.25):(2-0.24):(2+0.24) with boxxyerror lc rgb '#D55E00', \
  'paths.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'low')):(pick('median',3,'high')):(3-0.12):(3+0.12) with boxxyerror lc rgb '#B0777777', \
  'paths.tsv' using (pick('seed',3,'value')):(3) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'paths.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'value')-0.25):(pick('median',3,'value')+0.25):(3-0.24):(3+0.24) with boxxyerror lc rgb '#777777', \
  'paths.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'low')):(pick('median',4,'high')):(4-0.12):(4+0.12) with boxxyerror lc rgb '#B0009E73', \
  'paths.tsv' using (pick('seed',4,'value')):(4) with points pt 7 ps 0.5 lc rgb '#60009E73', \
  'paths.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'value')-0.25):(pick('median',4,'value')+0.25):(4-0.24):(4+0.24) with boxxyerror lc rgb '#009E73', \
  'paths.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'low')):(pick('median',5,'high')):(5-0.12):(5+0.12) with boxxyerror lc rgb '#B0CC79A7', \
  'paths.tsv' using (pick('seed',5,'value')):(5) with points pt 7 ps 0.5 lc rgb '#60CC79A7', \
  'paths.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'value')-0.25):(pick('median',5,'value')+0.25):(5-0.24):(5+0.24) with boxxyerror lc rgb '#CC79A7', \
  'paths.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'low')):(pick('median',6,'high')):(6-0.12):(6+0.12) with boxxyerror lc rgb '#B0E69F00', \
  'paths.tsv' using (pick('seed',6,'value')):(6) with points pt 7 ps 0.5 lc rgb '#60E69F00', \
  'paths.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'value')-0.25):(pick('median',6,'value')+0.25):(6-0.24):(6+0.24) with boxxyerror lc rgb '#E69F00', \
  'paths.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'low')):(pick('median',7,'high')):(7-0.12):(7+0.12) with boxxyerror lc rgb '#B056B4E9', \
  'paths.tsv' using (pick('seed',7,'value')):(7) with points pt 7 ps 0.5 lc rgb '#6056B4E9', \
  'paths.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'value')-0.25):(pick('median',7,'value')+0.25):(7-0.24):(7+0.24) with boxxyerror lc rgb '#56B4E9'
