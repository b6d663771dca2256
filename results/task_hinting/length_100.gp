# length_100.svg, drawn from length_100.tsv. To change it, edit this file and run: gnuplot length_100.gp
# As pdf: gnuplot -e "format='pdf'" length_100.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.365in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,419 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'length_100'
}
set output 'length_100'.'.'.format
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
set lmargin at screen 0.3080
set rmargin at screen 0.7944
set tmargin at screen 0.8950
set bmargin at screen 0.2936
set label '{/:Bold Hint, lists and temperature, at the headline''s budget}' at screen 0.0163, screen 0.9523 font ',14'
set label 'Repetitions: duplicate-rich lists are sorted too. Temperature: learned, else fixed. 64 examples a step. Trained for 18,000 steps.' at screen 0.0163, screen 0.1432 font ',10' tc rgb '#555555'
set label 'Tick: median over seeds; bar: lowest to highest; dots: seeds. Of 500 different questions a seed. Fit: solves 99 % of its training questions (1 to 20).' at screen 0.0163, screen 0.1074 font ',10' tc rgb '#555555'
set label 'Guessing (dotted): 0.2 %.' at screen 0.0163, screen 0.0716 font ',10' tc rgb '#555555'
set label 'Open marks: numbers of Awasthi and Gupta 2023 (arXiv 2310.00726): > 92 %, verified in source; 92.6 %, secondary source; < 1 %, verified in source.' at screen 0.0163, screen 0.0358 font ',10' tc rgb '#555555'
set border 1
set xrange [-1.5:101.5]
set yrange [7.5:0.5]
set xtics 0,20,100
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%), 100 items' offset 0,0.9
set ytics scale 0 ('hint, repetitions, temperature' 1, 'hint, temperature' 2, 'hint' 3, 'no hint, repetitions, temperature' 4, 'no hint, repetitions' 5, 'no hint, temperature' 6, 'no hint' 7)
set label '96.4 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.8520 font ',10' tc rgb '#444444'
set label '94.0 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.7840 font ',10' tc rgb '#444444'
set label 'paper: > 92 %, 92.6 %' at screen 0.8084, screen 0.7482 font ',10' tc rgb '#444444'
set label '' at 92, 1.67 point pt 8 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label '' at 92.6, 1.67 point pt 6 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label '71.4 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.6802 font ',10' tc rgb '#444444'
set label '98.4 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.5943 font ',10' tc rgb '#444444'
set label '97.6 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.5084 font ',10' tc rgb '#444444'
set label '32.8 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.4224 font ',10' tc rgb '#444444'
set label '59.0 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.3544 font ',10' tc rgb '#444444'
set label 'paper: < 1 %' at screen 0.8084, screen 0.3186 font ',10' tc rgb '#444444'
set label '' at 1, 6.67 point pt 10 ps 0.9 lw 1.6 lc rgb '#777777'
plot 'length_100.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'low')):(pick('median',1,'high')):(1-0.12):(1+0.12) with boxxyerror lc rgb '#B00072B2', \
  'length_100.tsv' using (pick('seed',1,'value')):(1) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'length_100.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'value')-0.25):(pick('median',1,'value')+0.25):(1-0.24):(1+0.24) with boxxyerror lc rgb '#0072B2', \
  'length_100.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'low')):(pick('median',2,'high')):(2-0.12):(2+0.12) with boxxyerror lc rgb '#B0D55E00', \
  'length_100.tsv' using (pick('seed',2,'value')):(2) with points pt 7 ps 0.5 lc rgb '#60D55E00', \
  'length_100.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'value')-0.25):(pick('median',2,'value')+0.25):(2-0.24):(2+0.24) with boxxyerror lc rgb '#D55E00', \
  'length_100.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'low')):(pick('median',3,'high')):(3-0.12):(3+0.12) with boxxyerror lc rgb '#B0009E73', \
  'length_100.tsv' using (pick('seed',3,'value')):(3) with points pt 7 ps 0.5 lc rgb '#60009E73', \
  'length_100.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'value')-0.25):(pick('median',3,'value')+0.25):(3-0.24):(3+0.24) with boxxyerror lc rgb '#009E73', \
  'length_100.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'low')):(pick('median',4,'high')):(4-0.12):(4+0.12) with boxxyerror lc rgb '#B0777777', \
  'length_100.tsv' using (pick('seed',4,'value')):(4) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'length_100.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'value')-0.25):(pick('median',4,'value')+0.25):(4-0.24):(4+0.24) with boxxyerror lc rgb '#777777', \
  'length_100.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'low')):(pick('median',5,'high')):(5-0.12):(5+0.12) with boxxyerror lc rgb '#B0A0A0A0', \
  'length_100.tsv' using (pick('seed',5,'value')):(5) with points pt 7 ps 0.5 lc rgb '#60A0A0A0', \
  'length_100.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'value')-0.25):(pick('median',5,'value')+0.25):(5-0.24):(5+0.24) with boxxyerror lc rgb '#A0A0A0', \
  'length_100.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'low')):(pick('median',6,'high')):(6-0.12):(6+0.12) with boxxyerror lc rgb '#B0505050', \
  'length_100.tsv' using (pick('seed',6,'value')):(6) with points pt 7 ps 0.5 lc rgb '#60505050', \
  'length_100.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'value')-0.25):(pick('median',6,'value')+0.25):(6-0.24):(6+0.24) with boxxyerror lc rgb '#505050', \
  'length_100.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'low')):(pick('median',7,'high')):(7-0.12):(7+0.12) with boxxyerror lc rgb '#B0777777', \
  'length_100.tsv' using (pick('seed',7,'value')):(7) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'length_100.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'value')-0.25):(pick('median',7,'value')+0.25):(7-0.24):(7+0.24) with boxxyerror lc rgb '#777777'
