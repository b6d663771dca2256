# table.svg, drawn from table.tsv. To change it, edit this file and run: gnuplot table.gp
# As pdf: gnuplot -e "format='pdf'" table.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,5.333in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,512 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'table'
}
set output 'table'.'.'.format
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
set lmargin at screen 0.2656
set rmargin at screen 0.7944
set tmargin at screen 0.9141
set bmargin at screen 0.2109
set label '{/:Bold Ten longer than any trained on}' at screen 0.0163, screen 0.9609 font ',14'
set label 'The whole answer must be right. Grey: tasks without a short program. 64 examples a step. Trained for 10,000 steps (count; sort: 5,000).' at screen 0.0163, screen 0.0879 font ',10' tc rgb '#555555'
set label 'Tick: median over seeds; bar: lowest to highest; dots: seeds. Of 19 to 500 different questions a seed. Fit: solves 99 % of its training questions (1 to' at screen 0.0163, screen 0.0586 font ',10' tc rgb '#555555'
set label '20). Hollow, crosses: most do not fit, so this is no failure to generalize. Guessing (dotted): 0.2 to 51.4 %.' at screen 0.0163, screen 0.0293 font ',10' tc rgb '#555555'
set border 1
set xrange [-1.5:101.5]
set yrange [10.5:0.5]
set xtics 0,20,100
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%), 30 symbols' offset 0,0.9
set ytics scale 0 ('count' 1, 'mode' 2, 'unique copy' 3, 'sort' 4, 'addition, hints' 5, 'parity, hints and scratchpad' 6, 'mode, hard' 7, 'repeat copy' 8, 'addition, plain' 9, 'parity, plain' 10)
set label '100 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.8789 font ',10' tc rgb '#444444'
set arrow from 5.26316, 0.7 to 5.26316, 1.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '94.8 %; 3 of 5 seeds fit' at screen 0.8084, screen 0.8086 font ',10' tc rgb '#444444'
set arrow from 4.6, 1.7 to 4.6, 2.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '99.2 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.7383 font ',10' tc rgb '#444444'
set label '100 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.6680 font ',10' tc rgb '#444444'
set label '57.0 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.5977 font ',10' tc rgb '#444444'
set label '25.2 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.5273 font ',10' tc rgb '#444444'
set label '99.6 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.4570 font ',10' tc rgb '#444444'
set arrow from 3, 6.7 to 3, 7.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '0 %; 4 of 5 seeds fit' at screen 0.8084, screen 0.3867 font ',10' tc rgb '#444444'
set label '0 %; 0 of 5 seeds fit' at screen 0.8084, screen 0.3164 font ',10' tc rgb '#444444'
set label '70.6 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.2461 font ',10' tc rgb '#444444'
set arrow from 51.4, 9.7 to 51.4, 10.3 nohead dt 3 lw 1.6 lc rgb '#777777'
plot 'table.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'low')):(pick('median',1,'high')):(1-0.12):(1+0.12) with boxxyerror lc rgb '#B00072B2', \
  'table.tsv' using (pick('seed',1,'value')):(1) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'table.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'value')-0.25):(pick('median',1,'value')+0.25):(1-0.24):(1+0.24) with boxxyerror lc rgb '#0072B2', \
  'table.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'low')):(pick('median',2,'high')):(2-0.12):(2+0.12) with boxxyerror lc rgb '#B0D55E00', \
  'table.tsv' using (pick('seed',2,'value')):(2) with points pt 7 ps 0.5 lc rgb '#60D55E00', \
  'table.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'value')-0.25):(pick('median',2,'value')+0.25):(2-0.24):(2+0.24) with boxxyerror lc rgb '#D55E00', \
  'table.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'low')):(pick('median',3,'high')):(3-0.12):(3+0.12) with boxxyerror lc rgb '#B0009E73', \
  'table.tsv' using (pick('seed',3,'value')):(3) with points pt 7 ps 0.5 lc rgb '#60009E73', \
  'table.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'value')-0.25):(pick('median',3,'value')+0.25):(3-0.24):(3+0.24) with boxxyerror lc rgb '#009E73', \
  'table.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'low')):(pick('median',4,'high')):(4-0.12):(4+0.12) with boxxyerror lc rgb '#B0CC79A7', \
  'table.tsv' using (pick('seed',4,'value')):(4) with points pt 7 ps 0.5 lc rgb '#60CC79A7', \
  'table.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'value')-0.25):(pick('median',4,'value')+0.25):(4-0.24):(4+0.24) with boxxyerror lc rgb '#CC79A7', \
  'table.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'low')):(pick('median',5,'high')):(5-0.12):(5+0.12) with boxxyerror lc rgb '#B0E69F00', \
  'table.tsv' using (pick('seed',5,'value')):(5) with points pt 7 ps 0.5 lc rgb '#60E69F00', \
  'table.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'value')-0.25):(pick('median',5,'value')+0.25):(5-0.24):(5+0.24) with boxxyerror lc rgb '#E69F00', \
  'table.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'low')):(pick('median',6,'high')):(6-0.12):(6+0.12) with boxxyerror lc rgb '#B056B4E9', \
  'table.tsv' using (pick('seed',6,'value')):(6) with points pt 7 ps 0.5 lc rgb '#6056B4E9', \
  'table.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'value')-0.25):(pick('median',6,'value')+0.25):(6-0.24):(6+0.24) with boxxyerror lc rgb '#56B4E9', \
  'table.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'low')):(pick('median',7,'high')):(7-0.12):(7+0.12) with boxxyerror lc rgb '#B0777777', \
  'table.tsv' using (pick('seed',7,'value')):(7) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'table.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'value')-0.25):(pick('median',7,'value')+0.25):(7-0.24):(7+0.24) with boxxyerror lc rgb '#777777', \
  'table.tsv' using (pick('median',8,'value')):(8):(pick('median',8,'low')):(pick('median',8,'high')):(8-0.12):(8+0.12) with boxxyerror lc rgb '#B0A0A0A0', \
  'table.tsv' using (pick('seed',8,'value')):(8) with points pt 7 ps 0.5 lc rgb '#60A0A0A0', \
  'table.tsv' using (pick('median',8,'value')):(8):(pick('median',8,'value')-0.25):(pick('median',8,'value')+0.25):(8-0.24):(8+0.24) with boxxyerror lc rgb '#A0A0A0', \
  'table.tsv' using (pick('median',9,'value')):(9):(pick('median',9,'low')):(pick('median',9,'high')):(9-0.12):(9+0.12) with boxxyerror fs empty border lc rgb '#505050' dt 2 lw 1.2, \
  'table.tsv' using (pick('seed',9,'value')):(9) with points pt 7 ps 0.5 lc rgb '#60505050', \
  'table.tsv' using (pick('median',9,'value')):(9) with points pt 2 ps 1.3 lw 2 lc rgb '#505050', \
  'table.tsv' using (pick('median',10,'value')):(10):(pick('median',10,'low')):(pick('median',10,'high')):(10-0.12):(10+0.12) with boxxyerror lc rgb '#B0777777', \
  'table.tsv' using (pick('seed',10,'value')):(10) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'table.tsv' using (pick('median',10,'value')):(10):(pick('median',10,'value')-0.25):(pick('median',10,'value')+0.25):(10-0.24):(10+0.24) with boxxyerror lc rgb '#777777'
