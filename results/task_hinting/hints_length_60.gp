# hints_length_60.svg, drawn from hints_length_60.tsv. To change it, edit this file and run: gnuplot hints_length_60.gp
# As pdf: gnuplot -e "format='pdf'" hints_length_60.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,5.115in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,491 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'hints_length_60'
}
set output 'hints_length_60'.'.'.format
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
set lmargin at screen 0.2231
set rmargin at screen 0.7944
set tmargin at screen 0.9104
set bmargin at screen 0.2505
set label '{/:Bold Which second task helps? A short budget, 60 items}' at screen 0.0163, screen 0.9593 font ',14'
set label 'Half of the training examples are the hint''s; learned temperature in every arm. 64 examples a step; the headline (figure length) takes as many steps as' at screen 0.0163, screen 0.1222 font ',10' tc rgb '#555555'
set label 'the last arm. Trained for 4,000 steps (no hint, 4.5x the steps: 18,000).' at screen 0.0163, screen 0.0916 font ',10' tc rgb '#555555'
set label 'Tick: median over seeds; bar: lowest to highest; dots: seeds. Of 500 different questions a seed. Fit: solves 99 % of its training questions (1 to 20).' at screen 0.0163, screen 0.0611 font ',10' tc rgb '#555555'
set label 'Guessing (dotted): 0.2 %.' at screen 0.0163, screen 0.0305 font ',10' tc rgb '#555555'
set border 1
set xrange [-1.5:101.5]
set yrange [9.5:0.5]
set xtics 0,20,100
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%), 60 items' offset 0,0.9
set ytics scale 0 ('identity and successor' 1, 'next distinct value' 2, 'count' 3, 'fill' 4, 'minimum' 5, 'parity of length' 6, 'identity copy' 7, 'no hint' 8, 'no hint, 4.5x the steps' 9)
set label '93.4 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.8737 font ',10' tc rgb '#444444'
set label '27.4 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.8004 font ',10' tc rgb '#444444'
set label '65.2 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.7271 font ',10' tc rgb '#444444'
set label '2.6 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.6538 font ',10' tc rgb '#444444'
set label '36.4 %; 4 of 5 seeds fit' at screen 0.8084, screen 0.5804 font ',10' tc rgb '#444444'
set label '31.0 %; 4 of 5 seeds fit' at screen 0.8084, screen 0.5071 font ',10' tc rgb '#444444'
set label '0 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.4338 font ',10' tc rgb '#444444'
set label '67.8 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.3605 font ',10' tc rgb '#444444'
set label '97.4 %; 5 of 5 seeds fit' at screen 0.8084, screen 0.2872 font ',10' tc rgb '#444444'
plot 'hints_length_60.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'low')):(pick('median',1,'high')):(1-0.12):(1+0.12) with boxxyerror lc rgb '#B00072B2', \
  'hints_length_60.tsv' using (pick('seed',1,'value')):(1) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'hints_length_60.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'value')-0.25):(pick('median',1,'value')+0.25):(1-0.24):(1+0.24) with boxxyerror lc rgb '#0072B2', \
  'hints_length_60.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'low')):(pick('median',2,'high')):(2-0.12):(2+0.12) with boxxyerror lc rgb '#B0D55E00', \
  'hints_length_60.tsv' using (pick('seed',2,'value')):(2) with points pt 7 ps 0.5 lc rgb '#60D55E00', \
  'hints_length_60.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'value')-0.25):(pick('median',2,'value')+0.25):(2-0.24):(2+0.24) with boxxyerror lc rgb '#D55E00', \
  'hints_length_60.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'low')):(pick('median',3,'high')):(3-0.12):(3+0.12) with boxxyerror lc rgb '#B0009E73', \
  'hints_length_60.tsv' using (pick('seed',3,'value')):(3) with points pt 7 ps 0.5 lc rgb '#60009E73', \
  'hints_length_60.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'value')-0.25):(pick('median',3,'value')+0.25):(3-0.24):(3+0.24) with boxxyerror lc rgb '#009E73', \
  'hints_length_60.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'low')):(pick('median',4,'high')):(4-0.12):(4+0.12) with boxxyerror lc rgb '#B0CC79A7', \
  'hints_length_60.tsv' using (pick('seed',4,'value')):(4) with points pt 7 ps 0.5 lc rgb '#60CC79A7', \
  'hints_length_60.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'value')-0.25):(pick('median',4,'value')+0.25):(4-0.24):(4+0.24) with boxxyerror lc rgb '#CC79A7', \
  'hints_length_60.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'low')):(pick('median',5,'high')):(5-0.12):(5+0.12) with boxxyerror lc rgb '#B0E69F00', \
  'hints_length_60.tsv' using (pick('seed',5,'value')):(5) with points pt 7 ps 0.5 lc rgb '#60E69F00', \
  'hints_length_60.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'value')-0.25):(pick('median',5,'value')+0.25):(5-0.24):(5+0.24) with boxxyerror lc rgb '#E69F00', \
  'hints_length_60.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'low')):(pick('median',6,'high')):(6-0.12):(6+0.12) with boxxyerror lc rgb '#B0777777', \
  'hints_length_60.tsv' using (pick('seed',6,'value')):(6) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'hints_length_60.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'value')-0.25):(pick('median',6,'value')+0.25):(6-0.24):(6+0.24) with boxxyerror lc rgb '#777777', \
  'hints_length_60.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'low')):(pick('median',7,'high')):(7-0.12):(7+0.12) with boxxyerror lc rgb '#B0A0A0A0', \
  'hints_length_60.tsv' using (pick('seed',7,'value')):(7) with points pt 7 ps 0.5 lc rgb '#60A0A0A0', \
  'hints_length_60.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'value')-0.25):(pick('median',7,'value')+0.25):(7-0.24):(7+0.24) with boxxyerror lc rgb '#A0A0A0', \
  'hints_length_60.tsv' using (pick('median',8,'value')):(8):(pick('median',8,'low')):(pick('median',8,'high')):(8-0.12):(8+0.12) with boxxyerror lc rgb '#B0505050', \
  'hints_length_60.tsv' using (pick('seed',8,'value')):(8) with points pt 7 ps 0.5 lc rgb '#60505050', \
  'hints_length_60.tsv' using (pick('median',8,'value')):(8):(pick('median',8,'value')-0.25):(pick('median',8,'value')+0.25):(8-0.24):(8+0.24) with boxxyerror lc rgb '#505050', \
  'hints_length_60.tsv' using (pick('median',9,'value')):(9):(pick('median',9,'low')):(pick('median',9,'high')):(9-0.12):(9+0.12) with boxxyerror lc rgb '#B0777777', \
  'hints_length_60.tsv' using (pick('seed',9,'value')):(9) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'hints_length_60.tsv' using (pick('median',9,'value')):(9):(pick('median',9,'value')-0.25):(pick('median',9,'value')+0.25):(9-0.24):(9+0.24) with boxxyerror lc rgb '#777777'
