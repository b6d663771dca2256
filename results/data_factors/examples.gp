# examples.svg, drawn from examples.tsv. To change it, edit this file and run: gnuplot examples.gp
# As pdf: gnuplot -e "format='pdf'" examples.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,6.240in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,599 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'examples'
}
set output 'examples'.'.'.format
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
set lmargin at screen 0.3335
set rmargin at screen 0.7944
set tmargin at screen 0.9265
set bmargin at screen 0.2053
set label '{/:Bold Easy and hard examples, at equal budget}' at screen 0.0163, screen 0.9666 font ',14'
set label 'Trained on commands of at most 9 actions (easy), of any number, or of at least 17 (hard); asked commands of any length, held out at random (3,000 commands' at screen 0.0163, screen 0.1002 font ',10' tc rgb '#555555'
set label 'trained on) or with jump, which was shown alone (12,000, with 256 primitives more). 64 examples a step. Trained for 8,000 steps.' at screen 0.0163, screen 0.0751 font ',10' tc rgb '#555555'
set label 'Tick: median over seeds; bar: lowest to highest; dots: seeds. Of 1,000 to 2,000 different questions a seed. Fit: solves 99 % of its training questions.' at screen 0.0163, screen 0.0501 font ',10' tc rgb '#555555'
set label 'Guessing (dotted): 0.1 to 0.8 %.' at screen 0.0163, screen 0.0250 font ',10' tc rgb '#555555'
set border 1
set xrange [-1.5:101.5]
set yrange [12.5:0.5]
set xtics 0,20,100
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%), commands of at most 2 sentences' offset 0,0.9
set ytics scale 0 ('any command: easy' 1, 'any command: easy, as trained' 2, 'any command: mixed' 3, 'any command: mixed, as trained' 4, 'any command: hard' 5, 'any command: hard, as trained' 6, 'jump in sentences: easy' 7, 'jump in sentences: easy, as trained' 8, 'jump in sentences: mixed' 9, 'jump in sentences: mixed, as trained' 10, 'jump in sentences: hard' 11, 'jump in sentences: hard, as trained' 12)
set label '37.5 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.8965 font ',10' tc rgb '#444444'
set label '99.8 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.8364 font ',10' tc rgb '#444444'
set label '98.2 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.7763 font ',10' tc rgb '#444444'
set label '98.4 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.7162 font ',10' tc rgb '#444444'
set label '33.0 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.6561 font ',10' tc rgb '#444444'
set label '99.7 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.5960 font ',10' tc rgb '#444444'
set label '9.2 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.5359 font ',10' tc rgb '#444444'
set label '99.3 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.4758 font ',10' tc rgb '#444444'
set label '1.4 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.4157 font ',10' tc rgb '#444444'
set label '99.3 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.3556 font ',10' tc rgb '#444444'
set label '1.6 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.2955 font ',10' tc rgb '#444444'
set label '99.8 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.2354 font ',10' tc rgb '#444444'
plot 'examples.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'low')):(pick('median',1,'high')):(1-0.12):(1+0.12) with boxxyerror lc rgb '#B00072B2', \
  'examples.tsv' using (pick('seed',1,'value')):(1) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'examples.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'value')-0.25):(pick('median',1,'value')+0.25):(1-0.24):(1+0.24) with boxxyerror lc rgb '#0072B2', \
  'examples.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'low')):(pick('median',2,'high')):(2-0.12):(2+0.12) with boxxyerror lc rgb '#B0777777', \
  'examples.tsv' using (pick('seed',2,'value')):(2) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'examples.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'value')-0.25):(pick('median',2,'value')+0.25):(2-0.24):(2+0.24) with boxxyerror lc rgb '#777777', \
  'examples.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'low')):(pick('median',3,'high')):(3-0.12):(3+0.12) with boxxyerror lc rgb '#B0D55E00', \
  'examples.tsv' using (pick('seed',3,'value')):(3) with points pt 7 ps 0.5 lc rgb '#60D55E00', \
  'examples.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'value')-0.25):(pick('median',3,'value')+0.25):(3-0.24):(3+0.24) with boxxyerror lc rgb '#D55E00', \
  'examples.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'low')):(pick('median',4,'high')):(4-0.12):(4+0.12) with boxxyerror lc rgb '#B0A0A0A0', \
  'examples.tsv' using (pick('seed',4,'value')):(4) with points pt 7 ps 0.5 lc rgb '#60A0A0A0', \
  'examples.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'value')-0.25):(pick('median',4,'value')+0.25):(4-0.24):(4+0.24) with boxxyerror lc rgb '#A0A0A0', \
  'examples.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'low')):(pick('median',5,'high')):(5-0.12):(5+0.12) with boxxyerror lc rgb '#B0009E73', \
  'examples.tsv' using (pick('seed',5,'value')):(5) with points pt 7 ps 0.5 lc rgb '#60009E73', \
  'examples.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'value')-0.25):(pick('median',5,'value')+0.25):(5-0.24):(5+0.24) with boxxyerror lc rgb '#009E73', \
  'examples.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'low')):(pick('median',6,'high')):(6-0.12):(6+0.12) with boxxyerror lc rgb '#B0505050', \
  'examples.tsv' using (pick('seed',6,'value')):(6) with points pt 7 ps 0.5 lc rgb '#60505050', \
  'examples.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'value')-0.25):(pick('median',6,'value')+0.25):(6-0.24):(6+0.24) with boxxyerror lc rgb '#505050', \
  'examples.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'low')):(pick('median',7,'high')):(7-0.12):(7+0.12) with boxxyerror lc rgb '#B0CC79A7', \
  'examples.tsv' using (pick('seed',7,'value')):(7) with points pt 7 ps 0.5 lc rgb '#60CC79A7', \
  'examples.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'value')-0.25):(pick('median',7,'value')+0.25):(7-0.24):(7+0.24) with boxxyerror lc rgb '#CC79A7', \
  'examples.tsv' using (pick('median',8,'value')):(8):(pick('median',8,'low')):(pick('median',8,'high')):(8-0.12):(8+0.12) with boxxyerror lc rgb '#B0777777', \
  'examples.tsv' using (pick('seed',8,'value')):(8) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'examples.tsv' using (pick('median',8,'value')):(8):(pick('median',8,'value')-0.25):(pick('median',8,'value')+0.25):(8-0.24):(8+0.24) with boxxyerror lc rgb '#777777', \
  'examples.tsv' using (pick('median',9,'value')):(9):(pick('median',9,'low')):(pick('median',9,'high')):(9-0.12):(9+0.12) with boxxyerror lc rgb '#B0E69F00', \
  'examples.tsv' using (pick('seed',9,'value')):(9) with points pt 7 ps 0.5 lc rgb '#60E69F00', \
  'examples.tsv' using (pick('median',9,'value')):(9):(pick('median',9,'value')-0.25):(pick('median',9,'value')+0.25):(9-0.24):(9+0.24) with boxxyerror lc rgb '#E69F00', \
  'examples.tsv' using (pick('median',10,'value')):(10):(pick('median',10,'low')):(pick('median',10,'high')):(10-0.12):(10+0.12) with boxxyerror lc rgb '#B0A0A0A0', \
  'examples.tsv' using (pick('seed',10,'value')):(10) with points pt 7 ps 0.5 lc rgb '#60A0A0A0', \
  'examples.tsv' using (pick('median',10,'value')):(10):(pick('median',10,'value')-0.25):(pick('median',10,'value')+0.25):(10-0.24):(10+0.24) with boxxyerror lc rgb '#A0A0A0', \
  'examples.tsv' using (pick('median',11,'value')):(11):(pick('median',11,'low')):(pick('median',11,'high')):(11-0.12):(11+0.12) with boxxyerror lc rgb '#B056B4E9', \
  'examples.tsv' using (pick('seed',11,'value')):(11) with points pt 7 ps 0.5 lc rgb '#6056B4E9', \
  'examples.tsv' using (pick('median',11,'value')):(11):(pick('median',11,'value')-0.25):(pick('median',11,'value')+0.25):(11-0.24):(11+0.24) with boxxyerror lc rgb '#56B4E9', \
  'examples.tsv' using (pick('median',12,'value')):(12):(pick('median',12,'low')):(pick('median',12,'high')):(12-0.12):(12+0.12) with boxxyerror lc rgb '#B0505050', \
  'examples.tsv' using (pick('seed',12,'value')):(12) with points pt 7 ps 0.5 lc rgb '#60505050', \
  'examples.tsv' using (pick('median',12,'value')):(12):(pick('median',12,'value')-0.25):(pick('median',12,'value')+0.25):(12-0.24):(12+0.24) with boxxyerror lc rgb '#505050'
